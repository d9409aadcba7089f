from aws_cdk import App, Stack, aws_apigateway as apigateway
from cdk_api_usage_analytics import AccessLogColumn, ApiUsageAnalytics, UsageQuestion, UsageVisual

app = App()
stack = Stack(app, "OrdersApi")
api = apigateway.RestApi(stack, "Orders")
api.root.add_method("GET")

# Every kind of stage is an element of the same list.
trial = apigateway.CfnStage(
    stack, "Trial", rest_api_id=api.rest_api_id, deployment_id=api.latest_deployment.deployment_id, stage_name="trial"
)
rest_api = apigateway.RestApi.from_rest_api_id(stack, "Theirs", "a1b2c3d4e5")
imported = apigateway.Stage.from_stage_attributes(stack, "Imported", rest_api=rest_api, stage_name="prod")
usage = ApiUsageAnalytics(stack, "Usage", stages=[api.deployment_stage, trial, imported])

# An optional struct can be left out, or given as keyword arguments.
other = apigateway.Stage.from_stage_attributes(stack, "Other", rest_api=rest_api, stage_name="beta")
another = apigateway.Stage.from_stage_attributes(stack, "Another", rest_api=rest_api, stage_name="alpha")
usage.add_stage(other)
usage.add_stage(another, replace_access_log=True)
app.synth()

visual = UsageVisual.bar(dimension="tenant")
mistakes = [
    lambda: ApiUsageAnalytics(Stack(), "Usage", table_name="my-table"),
    lambda: ApiUsageAnalytics(
        Stack(), "Usage", extra_columns=[AccessLogColumn.text("tenantId", "$context.authorizer.tenantId")]
    ),
    lambda: ApiUsageAnalytics(
        Stack(),
        "Usage",
        questions=[UsageQuestion.visual(id="tenants", title="Tenants", question="Who?", view="requests", visual=visual)],
    ),
    lambda: usage.add_stage(other),
]


def message(mistake):
    try:
        mistake()
        return "nothing is thrown"
    except Exception as error:
        return str(error)


print("\f".join(message(mistake) for mistake in mistakes), end="")
