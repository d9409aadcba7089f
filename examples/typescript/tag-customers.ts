import { App, Stack, Tags } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { AccessLogColumn, ApiUsageAnalytics, CustomerIdentity, UsageQuestion, UsageVisual } from 'cdk-api-usage-analytics';

const app = new App();
const stack = new Stack(app, 'OrdersApi');

const api = new apigateway.RestApi(stack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
const orders = api.root.addResource('v1').addResource('orders');
orders.addMethod('GET');
orders.addMethod('POST');

const plan = api.addUsagePlan('Standard', { name: 'Standard', apiStages: [{ stage: api.deploymentStage }] });

for (const [id, customer] of [['InitechWeb', 'Initech'], ['InitechBatch', 'Initech'], ['Umbrella', 'Umbrella']]) {
  const key = api.addApiKey(id, { apiKeyName: id });
  Tags.of(key).add('customer', customer);
  plan.addApiKey(key);
}

const healthCheck = api.addApiKey('HealthCheck', { apiKeyName: 'HealthCheck' });
Tags.of(healthCheck).add('purpose', 'health-check');
plan.addApiKey(healthCheck);

new ApiUsageAnalytics(stack, 'Usage', {
  stages: [api.deploymentStage],
  customer: CustomerIdentity.fromKeyTag('customer'),
  extraColumns: [AccessLogColumn.text('tenant', '$context.authorizer.tenantId', { comment: 'Tenant that the authorizer returned.' })],
  questions: [UsageQuestion.visual({
    id: 'top-tenants',
    title: 'Top tenants',
    question: 'Which tenants sent the most requests this month?',
    view: 'requests',
    visual: UsageVisual.bar({ dimension: 'tenant', measures: ['ok', 'errors'] }),
  })],
  internalKeys: { tags: { purpose: 'health-check' } },
});

app.synth();
