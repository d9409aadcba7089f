import { App, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ApiUsageAnalytics, RecordFormat } from 'cdk-api-usage-analytics';

const app = new App();
const stack = new Stack(app, 'OrdersApi');

const api = new apigateway.RestApi(stack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
api.root.addResource('orders').addMethod('GET');
const plan = api.addUsagePlan('Standard', { name: 'Standard', apiStages: [{ stage: api.deploymentStage }] });
plan.addApiKey(api.addApiKey('Initech', { apiKeyName: 'Initech' }));

const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage], format: RecordFormat.parquet() });

// Subscribe the operators to this topic, by email or with a chat client.
const topic = new sns.Topic(stack, 'Operators', { enforceSSL: true });
usage.addAlarms({ topic, deliveryDelay: Duration.minutes(30) });
usage.addOperationsDashboard({ dashboardName: 'orders-usage' });

app.synth();
