package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsapigateway"
	"github.com/aws/jsii-runtime-go"
	usage "github.com/cdkapiusageanalytics/cdk-api-usage-analytics-go/cdkapiusageanalytics"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("OrdersApi"), nil)
	api := ordersApi(stack)

	// Analyse the usage of the API.
	usage.NewApiUsageAnalytics(stack, jsii.String("Usage"), &usage.ApiUsageAnalyticsProps{
		Stages: &[]interfacesawsapigateway.IStageRef{api.DeploymentStage()},
	})

	app.Synth(nil)
}

// ordersApi is a typical API: methods that require an API key, usage plans, and the keys of customers.
func ordersApi(stack awscdk.Stack) awsapigateway.RestApi {
	api := awsapigateway.NewRestApi(stack, jsii.String("Orders"), &awsapigateway.RestApiProps{
		DefaultMethodOptions: &awsapigateway.MethodOptions{ApiKeyRequired: jsii.Bool(true)},
	})
	orders := api.Root().AddResource(jsii.String("v1"), nil).AddResource(jsii.String("orders"), nil)
	orders.AddMethod(jsii.String("GET"), nil, nil)
	orders.AddMethod(jsii.String("POST"), nil, nil)
	orders.AddResource(jsii.String("{orderId}"), nil).AddMethod(jsii.String("GET"), nil, nil)

	stages := &[]*awsapigateway.UsagePlanPerApiStage{{Stage: api.DeploymentStage()}}
	free := api.AddUsagePlan(jsii.String("Free"), &awsapigateway.UsagePlanProps{
		Name:      jsii.String("Free"),
		ApiStages: stages,
		Quota:     &awsapigateway.QuotaSettings{Limit: jsii.Number(1000), Period: awsapigateway.Period_MONTH},
	})
	enterprise := api.AddUsagePlan(jsii.String("Enterprise"), &awsapigateway.UsagePlanProps{
		Name:      jsii.String("Enterprise"),
		ApiStages: stages,
	})
	free.AddApiKey(apiKey(api, "Umbrella"), nil)
	enterprise.AddApiKey(apiKey(api, "Initech"), nil)
	return api
}

func apiKey(api awsapigateway.RestApi, customer string) awsapigateway.IApiKey {
	return api.AddApiKey(jsii.String(customer), &awsapigateway.ApiKeyOptions{ApiKeyName: jsii.String(customer)})
}
