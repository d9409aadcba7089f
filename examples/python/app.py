from aws_cdk import App, Stack, aws_apigateway as apigateway
from cdk_api_usage_analytics import ApiUsageAnalytics

app = App()
stack = Stack(app, "OrdersApi")

# A typical API: methods that require an API key, usage plans, and the keys of customers.
api = apigateway.RestApi(stack, "Orders", default_method_options=apigateway.MethodOptions(api_key_required=True))
orders = api.root.add_resource("v1").add_resource("orders")
orders.add_method("GET")
orders.add_method("POST")
orders.add_resource("{orderId}").add_method("GET")

stages = [apigateway.UsagePlanPerApiStage(stage=api.deployment_stage)]
monthly = apigateway.QuotaSettings(limit=1000, period=apigateway.Period.MONTH)
free = api.add_usage_plan("Free", name="Free", api_stages=stages, quota=monthly)
enterprise = api.add_usage_plan("Enterprise", name="Enterprise", api_stages=stages)
free.add_api_key(api.add_api_key("Umbrella", api_key_name="Umbrella"))
enterprise.add_api_key(api.add_api_key("Initech", api_key_name="Initech"))

# Analyse the usage of the API.
ApiUsageAnalytics(stack, "Usage", stages=[api.deployment_stage])

app.synth()
