package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

// OrdersApiStack is the API as it was: a stage for customers and one for trials, usage plans and keys. It does not know the pipeline.
type OrdersApiStack struct {
	awscdk.Stack
	Stages []awsapigateway.Stage
}

// NewOrdersApiStack creates the stack of the API.
func NewOrdersApiStack(scope constructs.Construct, id string, props *awscdk.StackProps) OrdersApiStack {
	stack := awscdk.NewStack(scope, &id, props)
	api := awsapigateway.NewRestApi(stack, jsii.String("Orders"), &awsapigateway.RestApiProps{
		DefaultMethodOptions: &awsapigateway.MethodOptions{ApiKeyRequired: jsii.Bool(true)},
		DeployOptions:        &awsapigateway.StageOptions{StageName: jsii.String("prod")},
	})
	orders := api.Root().AddResource(jsii.String("v1"), nil).AddResource(jsii.String("orders"), nil)
	orders.AddMethod(jsii.String("GET"), nil, nil)
	orders.AddMethod(jsii.String("POST"), nil, nil)
	orders.AddResource(jsii.String("{orderId}"), nil).AddMethod(jsii.String("GET"), nil, nil)
	trial := awsapigateway.NewStage(stack, jsii.String("Trial"), &awsapigateway.StageProps{
		Deployment: api.LatestDeployment(),
		StageName:  jsii.String("trial"),
	})

	free := api.AddUsagePlan(jsii.String("Free"), &awsapigateway.UsagePlanProps{
		Name:      jsii.String("Free"),
		ApiStages: &[]*awsapigateway.UsagePlanPerApiStage{{Stage: trial}},
		Quota:     &awsapigateway.QuotaSettings{Limit: jsii.Number(1000), Period: awsapigateway.Period_MONTH},
		Throttle:  &awsapigateway.ThrottleSettings{RateLimit: jsii.Number(10), BurstLimit: jsii.Number(20)},
	})
	enterprise := api.AddUsagePlan(jsii.String("Enterprise"), &awsapigateway.UsagePlanProps{
		Name:      jsii.String("Enterprise"),
		ApiStages: &[]*awsapigateway.UsagePlanPerApiStage{{Stage: api.DeploymentStage()}, {Stage: trial}},
	})
	// API Gateway generates the values of the keys.
	free.AddApiKey(apiKey(api, "Umbrella"), nil)
	enterprise.AddApiKey(apiKey(api, "Initech"), nil)
	return OrdersApiStack{Stack: stack, Stages: []awsapigateway.Stage{api.DeploymentStage(), trial}}
}

func apiKey(api awsapigateway.RestApi, customer string) awsapigateway.IApiKey {
	return api.AddApiKey(jsii.String(customer), &awsapigateway.ApiKeyOptions{ApiKeyName: jsii.String(customer)})
}
