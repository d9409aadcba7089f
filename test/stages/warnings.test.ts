import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { ApiUsageAnalytics } from '../../src/index';
import { newStack, restApi } from '../support/app';
import { warningsOf } from '../support/template';

const NO_KEY = 'No method of the API Stack/Api requires an API key, so every customer and usage plan is null. '
  + 'Set apiKeyRequired: true on its methods, for example in defaultMethodOptions.';
const WITHOUT_KEYS = { defaultMethodOptions: {} };

/** The warnings of a pipeline whose one stage this makes. */
function warningsFor(make: (stack: Stack) => apigateway.IStageRef): string[] {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage', { stages: [make(stack)] });
  return warningsOf(stack);
}

test('a pipeline that no stage logs to warns', () => {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage');
  expect(warningsOf(stack)).toEqual(['No stage logs to this pipeline, so it stays empty. Pass stages: [api.deploymentStage], or call addStage.']);
});

test('a pipeline of APIs that ask for keys does not', () => {
  expect(warningsFor((stack) => restApi(stack).deploymentStage)).toEqual([]);
});

test.each<[string, (stack: Stack) => apigateway.IStageRef]>([
  ['its deploymentStage', (stack) => restApi(stack, 'Api', WITHOUT_KEYS).deploymentStage],
  ['the CfnStage inside', (stack) => restApi(stack, 'Api', WITHOUT_KEYS).deploymentStage.node.defaultChild as apigateway.CfnStage],
  ['another Stage of it', (stack) => new apigateway.Stage(stack, 'Beta', { stageName: 'beta', deployment: restApi(stack, 'Api', WITHOUT_KEYS).latestDeployment! })],
])('an API of which no method asks for a key warns, by %s', (_what, make) => {
  expect(warningsFor(make)).toEqual([NO_KEY]);
});

test('two stages of one API give one warning', () => {
  const stack = newStack();
  const api = restApi(stack, 'Api', WITHOUT_KEYS);
  const beta = new apigateway.Stage(stack, 'Beta', { stageName: 'beta', deployment: api.latestDeployment! });
  new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage, beta] });
  expect(warningsOf(stack)).toEqual([NO_KEY]);
});

test('a stage that was given our destination warns as well', () => {
  const stack = newStack();
  const { accessLogDestination, accessLogFormat } = new ApiUsageAnalytics(stack, 'Usage');
  restApi(stack, 'Api', { ...WITHOUT_KEYS, deployOptions: { accessLogDestination, accessLogFormat } });
  expect(warningsOf(stack)).toEqual([NO_KEY]);
});

test.each<[string, (api: apigateway.RestApi) => void]>([
  ['later', (api) => api.root.addMethod('POST', undefined, { apiKeyRequired: true })],
  ['in another stack', (api) => {
    const other = new Stack(api.node.root as App, 'Methods');
    const imported = apigateway.RestApi.fromRestApiAttributes(other, 'Same', { restApiId: api.restApiId, rootResourceId: api.restApiRootResourceId });
    imported.root.addMethod('POST', undefined, { apiKeyRequired: true });
  }],
  ['as a CfnMethod', (api) => new apigateway.CfnMethod(api, 'Plain', {
    restApiId: api.restApiId, resourceId: api.restApiRootResourceId, httpMethod: 'PUT', apiKeyRequired: true,
  })],
])('one method that asks for a key is enough, made %s', (_where, addMethod) => {
  expect(warningsFor((stack) => {
    const api = restApi(stack, 'Api', WITHOUT_KEYS);
    addMethod(api);
    return api.deploymentStage;
  })).toEqual([]);
});

test('a method that is added after the stage counts', () => {
  const stack = newStack();
  const api = restApi(stack, 'Api', WITHOUT_KEYS);
  new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
  api.root.addResource('orders').addMethod('GET', undefined, { apiKeyRequired: true });
  expect(warningsOf(stack)).toEqual([]);
});

test('the keys of one API do not speak for another', () => {
  const stack = newStack();
  restApi(stack, 'WithKeys');
  new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack, 'Api', WITHOUT_KEYS).deploymentStage] });
  expect(warningsOf(stack)).toEqual([NO_KEY]);
});

test.each<[string, (stack: Stack) => apigateway.IStageRef]>([
  ['a SpecRestApi', (stack) => new apigateway.SpecRestApi(stack, 'Api', {
    apiDefinition: apigateway.ApiDefinition.fromInline({ openapi: '3.0.1', info: { title: 'Orders', version: '1' }, paths: {} }),
  }).deploymentStage],
  ['an included template', (stack) =>
    new CfnInclude(stack, 'Old', { templateFile: join(__dirname, 'old-api.template.json') }).getResource('Stage') as apigateway.CfnStage],
  ['a CfnRestApi', (stack) =>
    new apigateway.CfnStage(stack, 'Stage', { restApiId: new apigateway.CfnRestApi(stack, 'Plain', { name: 'Plain' }).ref, stageName: 'v1' })],
])('the methods of %s are no constructs: no warning', (_what, make) => {
  expect(warningsFor(make)).toEqual([]);
});

test.each<[string, (stage: apigateway.CfnStage) => void]>([
  ['a property', (stage) => { stage.canarySetting = { percentTraffic: 10 }; }],
  ['an override', (stage) => stage.addPropertyOverride('CanarySetting', { PercentTraffic: 10 })],
])('a stage with a canary warns, set by %s', (_how, addCanary) => {
  const stack = newStack();
  const { deploymentStage } = restApi(stack);
  new ApiUsageAnalytics(stack, 'Usage', { stages: [deploymentStage] });
  addCanary(deploymentStage.node.defaultChild as apigateway.CfnStage);
  expect(warningsOf(stack)).toEqual([expect.stringMatching(/^Stack\/Api\/DeploymentStage\.prod\/Resource has canary settings\. .*remove the canary settings\.$/)]);
});

test('an API in the stack of a plain stage of another API is not taken for the API of that stage', () => {
  class ApiStack extends Stack {
    public readonly restApi = restApi(this, 'Api', WITHOUT_KEYS);
  }
  const stack = new ApiStack(new App(), 'Stack');
  const plain = new apigateway.CfnStage(stack, 'Plain', { restApiId: 'a1b2c3d4e5', stageName: 'v1' });
  new ApiUsageAnalytics(stack, 'Usage', { stages: [plain] });
  expect(warningsOf(stack)).toEqual([]);
});
