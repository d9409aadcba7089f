import { App, Stack, Stage } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { ApiUsageAnalytics } from '../../src/index';
import { ACCOUNT, newStack, OTHER_ACCOUNT, REGION, restApi } from '../support/app';

/** What is no stage to the compiler, as JavaScript and other languages let it through. */
const anyStage = (value: unknown) => value as apigateway.IStageRef;

test('an API that does not deploy itself, or is imported, has no stage: its place in the list is named', () => {
  const stack = newStack();
  const stages = [restApi(stack).deploymentStage, restApi(stack, 'Bare', { deploy: false }).deploymentStage];
  expect(() => new ApiUsageAnalytics(stack, 'Usage', { stages })).toThrow('[Stack/Usage] stages[1] is undefined. An API with `deploy: false` and an '
    + 'imported API have no deploymentStage: pass the apigateway.Stage that deploys the API.');

  const imported = apigateway.RestApi.fromRestApiId(stack, 'Imported', 'a1b2c3d4e5');
  expect(() => new ApiUsageAnalytics(stack, 'Other').addStage(imported.deploymentStage)).toThrow('[Stack/Other] the stage of addStage is undefined.');
  expect(() => new ApiUsageAnalytics(stack, 'Third').addStage(anyStage(null))).toThrow('[Stack/Third] the stage of addStage is undefined.');
});

test.each<[string, (stack: Stack, api: apigateway.RestApi) => apigateway.IStageRef]>([
  ['as the same construct', (_stack, api) => api.deploymentStage],
  ['as its CloudFormation resource', (_stack, api) => api.deploymentStage.node.defaultChild as apigateway.CfnStage],
])('a stage that is there twice is refused, %s too', (_how, again) => {
  const stack = newStack();
  const api = restApi(stack);
  const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
  expect(() => usage.addStage(again(stack, api))).toThrow('[Stack/Usage] the stage of addStage (Stack/Api/DeploymentStage.prod/Resource) is added twice. '
    + 'Each stage is logged once: remove one of the two.');
});

test.each([
  ['account', { account: OTHER_ACCOUNT, region: REGION }, OTHER_ACCOUNT, ACCOUNT],
  ['region', { account: ACCOUNT, region: 'us-east-1' }, 'us-east-1', REGION],
])('a stage of another %s is refused', (property, env, theirs, ours) => {
  const app = new App();
  const { deploymentStage } = restApi(new Stack(app, 'Apis', { env }));
  const usage = new ApiUsageAnalytics(new Stack(app, 'Stack', { env: { account: ACCOUNT, region: REGION } }), 'Usage');
  expect(() => usage.addStage(deploymentStage)).toThrow(`[Stack/Usage] the stage of addStage (Apis/Api/DeploymentStage.prod/Resource) is in ${property} `
    + `${theirs}, the pipeline in ${ours}. A stage can log only to a delivery stream in the same account and region. `
    + `Create an ApiUsageAnalytics in the ${property} of the stage.`);
});

test('a stage whose account and region are known only at deployment is taken', () => {
  const app = new App();
  const { deploymentStage } = restApi(new Stack(app, 'Apis'));
  const stack = new Stack(app, 'Stack', { env: { account: ACCOUNT, region: REGION } });
  expect(() => new ApiUsageAnalytics(stack, 'Usage', { stages: [deploymentStage] })).not.toThrow();
});

test('a stage of another cdk.Stage is refused', () => {
  const app = new App();
  const { deploymentStage } = restApi(new Stack(new Stage(app, 'Beta'), 'Apis'));
  const usage = new ApiUsageAnalytics(new Stack(new Stage(app, 'Gamma'), 'Stack'), 'Usage');
  expect(() => usage.addStage(deploymentStage)).toThrow('[Gamma/Stack/Usage] the stage of addStage (Beta/Apis/Api/DeploymentStage.prod/Resource) is in '
    + 'another cdk.Stage, which is deployed on its own. Create an ApiUsageAnalytics in each cdk.Stage.');
});

test.each<[string, (stack: Stack) => unknown]>([
  ['HTTP', (stack) => new apigatewayv2.HttpApi(stack, 'Http').defaultStage],
  ['WebSocket', (stack) => new apigatewayv2.WebSocketStage(stack, 'Socket', { stageName: 'v1', webSocketApi: new apigatewayv2.WebSocketApi(stack, 'Sockets') })],
  ['CloudFormation', (stack) => new apigatewayv2.CfnStage(stack, 'Plain', { apiId: 'a1b2c3d4e5', stageName: 'v1' })],
  ['imported', (stack) => apigatewayv2.HttpStage.fromHttpStageAttributes(stack, 'Imported', { stageName: 'v1', api: new apigatewayv2.HttpApi(stack, 'Http') })],
])('a stage of an HTTP or WebSocket API is refused (%s)', (_what, make) => {
  const stack = newStack();
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  expect(() => usage.addStage(anyStage(make(stack)))).toThrow(/^\[Stack\/Usage\] the stage of addStage \(Stack\/.*\) is a stage of an HTTP or WebSocket API\. /);
});

test('an API in the place of its stage is refused', () => {
  const stack = newStack();
  const api = restApi(stack);
  expect(() => new ApiUsageAnalytics(stack, 'Usage', { stages: [anyStage(api)] })).toThrow('[Stack/Usage] stages[0] (Stack/Api) is not a stage but an '
    + 'AWS::ApiGateway::RestApi. Pass an apigateway.Stage, such as the deploymentStage of an API.');
});
