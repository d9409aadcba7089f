import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { AccessLogColumn, ApiUsageAnalytics, UsageQuestion, UsageVisual } from 'cdk-api-usage-analytics';

const app = new App();
const stack = new Stack(app, 'OrdersApi');
const api = new apigateway.RestApi(stack, 'Orders');
api.root.addMethod('GET');

// Every kind of stage is an element of the same list.
const trial = new apigateway.CfnStage(stack, 'Trial', { restApiId: api.restApiId, deploymentId: api.latestDeployment?.deploymentId, stageName: 'trial' });
const restApi = apigateway.RestApi.fromRestApiId(stack, 'Theirs', 'a1b2c3d4e5');
const imported = apigateway.Stage.fromStageAttributes(stack, 'Imported', { restApi, stageName: 'prod' });
const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage, trial, imported] });

// An optional struct can be left out, or given.
const other = apigateway.Stage.fromStageAttributes(stack, 'Other', { restApi, stageName: 'beta' });
const another = apigateway.Stage.fromStageAttributes(stack, 'Another', { restApi, stageName: 'alpha' });
usage.addStage(other);
usage.addStage(another, { replaceAccessLog: true });
app.synth();

const mistakes: (() => unknown)[] = [
  () => new ApiUsageAnalytics(new Stack(), 'Usage', { tableName: 'my-table' }),
  () => new ApiUsageAnalytics(new Stack(), 'Usage', { extraColumns: [AccessLogColumn.text('tenantId', '$context.authorizer.tenantId')] }),
  () => new ApiUsageAnalytics(new Stack(), 'Usage', {
    questions: [UsageQuestion.visual({ id: 'tenants', title: 'Tenants', question: 'Who?', view: 'requests', visual: UsageVisual.bar({ dimension: 'tenant' }) })],
  }),
  () => usage.addStage(other),
];
const messages = mistakes.map((mistake) => {
  try {
    mistake();
    return 'nothing is thrown';
  } catch (error) {
    return (error as Error).message;
  }
});
process.stdout.write(messages.join('\f'));
