from typing import List

from aws_cdk import App, Stack, aws_apigateway as apigateway
from cdk_api_usage_analytics import (
    AccessLogColumn,
    ApiUsageAnalytics,
    DashboardOptions,
    DashboardRefresh,
    QuickSightPrincipal,
    RecordFormat,
    UsageQuestion,
    UsageVisual,
)
from constructs import Construct


class OrdersApiStack(Stack):
    """The API as it was: a stage for customers and one for trials, usage plans and keys. It does not know the pipeline."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        api = apigateway.RestApi(
            self,
            "Orders",
            default_method_options=apigateway.MethodOptions(api_key_required=True),
            deploy_options=apigateway.StageOptions(stage_name="prod"),
        )
        orders = api.root.add_resource("v1").add_resource("orders")
        orders.add_method("GET")
        orders.add_method("POST")
        orders.add_resource("{orderId}").add_method("GET")
        trial = apigateway.Stage(self, "Trial", deployment=api.latest_deployment, stage_name="trial")

        for_customers = apigateway.UsagePlanPerApiStage(stage=api.deployment_stage)
        for_trials = apigateway.UsagePlanPerApiStage(stage=trial)
        free = api.add_usage_plan(
            "Free",
            name="Free",
            api_stages=[for_trials],
            quota=apigateway.QuotaSettings(limit=1000, period=apigateway.Period.MONTH),
            throttle=apigateway.ThrottleSettings(rate_limit=10, burst_limit=20),
        )
        enterprise = api.add_usage_plan("Enterprise", name="Enterprise", api_stages=[for_customers, for_trials])
        # API Gateway generates the values of the keys.
        free.add_api_key(api.add_api_key("Umbrella", api_key_name="Umbrella"))
        enterprise.add_api_key(api.add_api_key("Initech", api_key_name="Initech"))
        self.stages = [api.deployment_stage, trial]


class AnalyticsStack(Stack):
    """The pipeline, the tables and the dashboard. This stack is deployed before that of the API."""

    def __init__(self, scope: Construct, construct_id: str, *, stages: List[apigateway.Stage], **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        ApiUsageAnalytics(
            self,
            "Usage",
            stages=stages,
            format=RecordFormat.parquet(),
            extra_columns=[
                AccessLogColumn.text("tenant", "$context.authorizer.tenant", comment="Tenant that the authorizer returned.")
            ],
            questions=[
                UsageQuestion.visual(
                    id="requests-by-tenant",
                    title="Requests by tenant",
                    question="Which tenants send the most requests this month?",
                    sheet="Customers",
                    view="requests",
                    visual=UsageVisual.bar(dimension="tenant", measures=["ok", "errors"]),
                )
            ],
            dashboard=DashboardOptions(
                title="Orders API usage",
                readers=[QuickSightPrincipal.group("owners", identity_region="us-east-1")],
                refresh=DashboardRefresh.daily(time="05:00", time_zone="Europe/Berlin"),
            ),
        )


app = App()
api = OrdersApiStack(app, "OrdersApi")
AnalyticsStack(app, "Analytics", stages=api.stages, suppress_template_indentation=True)

app.synth()
