import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics } from '../../src/index';
import { importedStage, newStack, restApi } from '../support/app';

function imported(scope: Stack, api: apigateway.IRestApi, stageName = 'prod'): apigateway.IStage {
  return apigateway.Stage.fromStageAttributes(scope, 'Imported', { restApi: api, stageName });
}

type SameStage = (api: apigateway.RestApi, stack: Stack) => apigateway.IStageRef;

/** Ways to import the one stage of an API of the same app. */
const IMPORTS: [string, SameStage][] = [
  ['of the same API', (api, stack) => imported(stack, api)],
  ['of the API imported by its id', (api, stack) => imported(stack, apigateway.RestApi.fromRestApiId(stack, 'Same', api.restApiId))],
  ['with the name of the stage as a token', (api, stack) => imported(stack, api, api.deploymentStage.stageName)],
  ['in another stack', (api, stack) => {
    const other = new Stack(stack.node.root as App, 'Other');
    return imported(other, apigateway.RestApi.fromRestApiId(other, 'Same', api.restApiId));
  }],
];

test.each(IMPORTS)('a stage that is there as a Stage and imported %s is refused', (_how, again) => {
  const stack = newStack();
  const api = restApi(stack);
  const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
  expect(() => usage.addStage(again(api, stack))).toThrow(/^\[Stack\/Usage\] the stage of addStage \((Stack|Other)\/Imported\) is added twice, as Stack\/Api\/DeploymentStage\.prod\/Resource\. /);
});

test.each(IMPORTS)('the order makes no difference: %s', (_how, first) => {
  const stack = newStack();
  const api = restApi(stack);
  new ApiUsageAnalytics(stack, 'First', { stages: [first(api, stack)] });
  expect(() => new ApiUsageAnalytics(stack, 'Second', { stages: [api.deploymentStage] }))
    .toThrow('[Stack/Second] stages[0] (Stack/Api/DeploymentStage.prod/Resource) is already in Stack/First, as ');
});

test('a stage that a template makes on an imported API is the stage of that name', () => {
  const stack = newStack();
  const made = new apigateway.CfnStage(stack, 'Made', { restApiId: 'a1b2c3d4e5', stageName: 'prod' });
  const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [made] });
  expect(() => usage.addStage(importedStage(stack, 'a1b2c3d4e5', 'prod'))).toThrow('is added twice, as Stack/Made.');
});

test('another stage of the API, and a stage of that name of another API, are other stages', () => {
  const stack = newStack();
  const api = restApi(stack);
  const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
  expect(() => usage.addStage(imported(stack, api, 'beta'))).not.toThrow();
  expect(() => usage.addStage(restApi(stack, 'Second').deploymentStage)).not.toThrow();
  expect(() => usage.addStage(importedStage(stack, 'a1b2c3d4e5', 'prod'))).not.toThrow();
});

test('a stage that has the destination from its own props is refused at synthesis if it is imported too', () => {
  const stack = newStack();
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  const { accessLogDestination, accessLogFormat } = usage;
  const api = restApi(stack, 'Api', { deployOptions: { accessLogDestination, accessLogFormat } });
  usage.addStage(imported(stack, api));
  expect(() => Template.fromStack(stack)).toThrow('[Stack/Usage] Stack/Imported is the stage Stack/Api/DeploymentStage.prod/Resource, which has the '
    + 'accessLogDestination of this pipeline. Each stage is logged once: remove one of the two.');
});
