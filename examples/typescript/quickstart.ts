import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics } from 'cdk-api-usage-analytics';

const app = new App();
const stack = new Stack(app, 'OrdersApi');

// A typical API: methods that require an API key, usage plans, and the keys of customers.
const api = new apigateway.RestApi(stack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
const orders = api.root.addResource('v1').addResource('orders');
orders.addMethod('GET');
orders.addMethod('POST');
orders.addResource('{orderId}').addMethod('GET');

const free = api.addUsagePlan('Free', { name: 'Free', apiStages: [{ stage: api.deploymentStage }], quota: { limit: 1000, period: apigateway.Period.MONTH } });
const enterprise = api.addUsagePlan('Enterprise', { name: 'Enterprise', apiStages: [{ stage: api.deploymentStage }] });
free.addApiKey(api.addApiKey('Umbrella', { apiKeyName: 'Umbrella' }));
enterprise.addApiKey(api.addApiKey('Initech', { apiKeyName: 'Initech' }));

// Analyse the usage of the API.
new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });

app.synth();
