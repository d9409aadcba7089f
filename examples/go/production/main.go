package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	api := NewOrdersApiStack(app, "OrdersApi", nil)
	NewAnalyticsStack(app, "Analytics", &AnalyticsStackProps{
		StackProps: awscdk.StackProps{SuppressTemplateIndentation: jsii.Bool(true)},
		Stages:     api.Stages,
	})

	app.Synth(nil)
}
