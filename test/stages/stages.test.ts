import { join } from 'path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { ApiUsageAnalytics } from '../../src/index';
import { newStack, restApi } from '../support/app';
import { readable } from '../support/readable';
import { Resource, resourcesOf } from '../support/template';

const FUNCTION = { code: lambda.Code.fromInline('exports.handler = async () => ({});'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };
const OPENAPI = { openapi: '3.0.1', info: { title: 'Orders', version: '1' }, paths: { '/': { get: { responses: {} } } } };

const STAGES: Record<string, (stack: Stack) => apigateway.IStageRef> = {
  'the deploymentStage of a RestApi': (stack) => restApi(stack).deploymentStage,
  'the deploymentStage of a LambdaRestApi': (stack) =>
    new apigateway.LambdaRestApi(stack, 'Api', { handler: new lambda.Function(stack, 'Handler', FUNCTION) }).deploymentStage,
  'the deploymentStage of a SpecRestApi': (stack) =>
    new apigateway.SpecRestApi(stack, 'Api', { apiDefinition: apigateway.ApiDefinition.fromInline(OPENAPI) }).deploymentStage,
  'a Stage of an API that does not deploy itself': (stack) => {
    const api = restApi(stack, 'Api', { deploy: false });
    return new apigateway.Stage(stack, 'Stage', { deployment: new apigateway.Deployment(stack, 'Deployment', { api }) });
  },
  'a CfnStage': (stack) => new apigateway.CfnStage(stack, 'Stage', { restApiId: restApi(stack, 'Api', { deploy: false }).restApiId, stageName: 'v1' }),
  'a stage of an included template': (stack) =>
    new CfnInclude(stack, 'Old', { templateFile: join(__dirname, 'old-api.template.json') }).getResource('Stage') as apigateway.CfnStage,
};

function stageOf(stack: Stack): Resource {
  const [stage, ...others] = Object.values(resourcesOf(Template.fromStack(stack), 'AWS::ApiGateway::Stage'));
  expect(others).toEqual([]);
  return stage;
}

describe.each(Object.entries(STAGES))('%s', (_what, make) => {
  test.each(['before', 'after'])('made %s the construct, logs to the stream in our format', (order) => {
    const stack = newStack();
    const stage = order === 'before' ? make(stack) : undefined;
    const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: stage && [stage] });
    if (!stage) usage.addStage(make(stack));

    const { Properties: { AccessLogSetting }, DependsOn } = stageOf(stack);
    expect(readable(AccessLogSetting.DestinationArn)).toBe(`arn:<Partition>:firehose:<Region>:<AccountId>:deliverystream/${usage.stream.deliveryStreamName}`);
    expect(AccessLogSetting.Format).toBe(usage.accessLogFormat.toString());
    expect([DependsOn].flat()).toContain(stack.getLogicalId(usage.stream));
  });
});

test('several stages of one API and several APIs log to one stream', () => {
  const stack = newStack();
  const [orders, invoices] = [restApi(stack, 'Orders'), restApi(stack, 'Invoices')];
  const beta = new apigateway.Stage(stack, 'Beta', { stageName: 'beta', deployment: orders.latestDeployment! });
  new ApiUsageAnalytics(stack, 'Usage', { stages: [orders.deploymentStage, beta] }).addStage(invoices.deploymentStage);

  const settings = Object.values(resourcesOf(Template.fromStack(stack), 'AWS::ApiGateway::Stage')).map(({ Properties }) => Properties.AccessLogSetting);
  expect(settings).toHaveLength(3);
  expect(new Set(settings.map((setting) => JSON.stringify(setting))).size).toBe(1);
});
