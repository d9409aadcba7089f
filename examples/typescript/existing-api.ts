import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics } from 'cdk-api-usage-analytics';

const app = new App();

// The stack of the API does not know the pipeline.
const apiStack = new Stack(app, 'OrdersApi');
const api = new apigateway.RestApi(apiStack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
api.root.addResource('orders').addMethod('GET');
const plan = api.addUsagePlan('Standard', { name: 'Standard', apiStages: [{ stage: api.deploymentStage }] });
plan.addApiKey(api.addApiKey('Initech', { apiKeyName: 'Initech' }));

// The pipeline is in another stack, which is deployed first and exports nothing.
new ApiUsageAnalytics(new Stack(app, 'Analytics'), 'Usage', { stages: [api.deploymentStage] });

app.synth();
