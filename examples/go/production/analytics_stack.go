package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsapigateway"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	usage "github.com/cdkapiusageanalytics/cdk-api-usage-analytics-go/cdkapiusageanalytics"
)

// AnalyticsStackProps are the properties of the stack of the pipeline.
type AnalyticsStackProps struct {
	awscdk.StackProps
	Stages []awsapigateway.Stage
}

// NewAnalyticsStack creates the pipeline, the tables and the dashboard. This stack is deployed before that of the API.
func NewAnalyticsStack(scope constructs.Construct, id string, props *AnalyticsStackProps) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, &props.StackProps)
	usage.NewApiUsageAnalytics(stack, jsii.String("Usage"), &usage.ApiUsageAnalyticsProps{
		Stages: references(props.Stages),
		Format: usage.RecordFormat_Parquet(),
		ExtraColumns: &[]usage.AccessLogColumn{
			usage.AccessLogColumn_Text(jsii.String("tenant"), jsii.String("$context.authorizer.tenant"), &usage.TextAccessLogColumnOptions{
				Comment: jsii.String("Tenant that the authorizer returned."),
			}),
		},
		Questions: &[]usage.UsageQuestion{requestsByTenant()},
		Dashboard: &usage.DashboardOptions{
			Title: jsii.String("Orders API usage"),
			Readers: &[]usage.QuickSightPrincipal{
				usage.QuickSightPrincipal_Group(jsii.String("owners"), &usage.QuickSightPrincipalOptions{IdentityRegion: jsii.String("us-east-1")}),
			},
			Refresh: usage.DashboardRefresh_Daily(&usage.DailyRefreshOptions{
				Time:     jsii.String("05:00"),
				TimeZone: jsii.String("Europe/Berlin"),
			}),
		},
	})
	return stack
}

func requestsByTenant() usage.UsageQuestion {
	return usage.UsageQuestion_Visual(&usage.VisualQuestionOptions{
		Id:       jsii.String("requests-by-tenant"),
		Title:    jsii.String("Requests by tenant"),
		Question: jsii.String("Which tenants send the most requests this month?"),
		Sheet:    jsii.String("Customers"),
		View:     jsii.String("requests"),
		Visual: usage.UsageVisual_Bar(&usage.BarVisualOptions{
			Dimension: jsii.String("tenant"),
			Measures:  jsii.Strings("ok", "errors"),
		}),
	})
}

func references(stages []awsapigateway.Stage) *[]interfacesawsapigateway.IStageRef {
	references := make([]interfacesawsapigateway.IStageRef, len(stages))
	for i, stage := range stages {
		references[i] = stage
	}
	return &references
}
