import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { AccessLogColumn, ApiUsageAnalytics, DashboardRefresh, QuickSightPrincipal, RecordFormat, UsageQuestion, UsageVisual } from 'cdk-api-usage-analytics';

const app = new App();
const stack = new Stack(app, 'OrdersApi', { suppressTemplateIndentation: true });

const api = new apigateway.RestApi(stack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
api.root.addResource('orders').addMethod('GET');
const plan = api.addUsagePlan('Standard', { name: 'Standard', apiStages: [{ stage: api.deploymentStage }] });
plan.addApiKey(api.addApiKey('Initech', { apiKeyName: 'Initech' }));

new ApiUsageAnalytics(stack, 'Usage', {
  stages: [api.deploymentStage],
  format: RecordFormat.parquet(),
  extraColumns: [AccessLogColumn.text('tenant', '$context.authorizer.tenant')],
  questions: [UsageQuestion.visual({
    id: 'requests-by-tenant',
    title: 'Requests by tenant',
    question: 'Which tenants send the most requests this month?',
    sheet: 'Customers',
    view: 'requests',
    visual: UsageVisual.bar({ dimension: 'tenant' }),
  })],
  // The group and the user are in QuickSight already; its users are often kept in another region than the stack.
  dashboard: {
    title: 'Orders API usage',
    readers: [QuickSightPrincipal.group('owners', { identityRegion: 'us-east-1' })],
    authors: [QuickSightPrincipal.user('jane', { identityRegion: 'us-east-1' })],
    refresh: DashboardRefresh.daily({ time: '05:00', timeZone: 'Europe/Berlin' }),
  },
});

app.synth();
