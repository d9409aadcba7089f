import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { ApiUsageAnalytics } from '../../src/index';
import { newStack, restApi } from '../support/app';
import { propertiesOf, theResource, warningsOf } from '../support/template';

const elsewhere = (stack: Stack) => new apigateway.LogGroupLogDestination(new logs.LogGroup(stack, 'Elsewhere'));
const cfnStage = (api: apigateway.RestApi) => api.deploymentStage.node.defaultChild as apigateway.CfnStage;

test('a stage that logs elsewhere is refused, with its destination and the ways out', () => {
  const stack = newStack();
  const api = restApi(stack, 'Api', { deployOptions: { accessLogDestination: elsewhere(stack) } });
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  const add = () => usage.addStage(api.deploymentStage);
  expect(add).toThrow('[Stack/Usage] the stage of addStage (Stack/Api/DeploymentStage.prod/Resource) already has an access log, to '
    + '{"Fn::GetAtt":["Elsewhere');
  expect(add).toThrow('Remove its accessLogDestination and accessLogFormat, remove it from another ApiUsageAnalytics, or pass { replaceAccessLog: true } to addStage.');
});

test('its access log is taken over where the owner says so', () => {
  const stack = newStack();
  const api = restApi(stack, 'Api', { deployOptions: { accessLogDestination: elsewhere(stack) } });
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  usage.addStage(api.deploymentStage, { replaceAccessLog: true });
  expect(propertiesOf(Template.fromStack(stack), 'AWS::ApiGateway::Stage').AccessLogSetting.Format).toBe(usage.accessLogFormat.toString());
});

test('destination and format may be given to the stage itself, and the stage be added as well', () => {
  const stack = newStack();
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  const api = restApi(stack, 'Api', { deployOptions: { accessLogDestination: usage.accessLogDestination, accessLogFormat: usage.accessLogFormat } });
  const { Properties: { AccessLogSetting }, DependsOn } = theResource(Template.fromStack(stack), 'AWS::ApiGateway::Stage');
  expect(AccessLogSetting.Format).toBe(usage.accessLogFormat.toString());
  expect(DependsOn).toContain(stack.getLogicalId(usage.stream));
  expect(warningsOf(stack)).toEqual([]);
  expect(() => usage.addStage(api.deploymentStage)).not.toThrow();
});

test('a stage that has our destination and another format is refused at synthesis', () => {
  const stack = newStack();
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  const accessLogFormat = apigateway.AccessLogFormat.custom('$context.requestId');
  restApi(stack, 'Api', { deployOptions: { accessLogDestination: usage.accessLogDestination, accessLogFormat } });
  expect(() => Template.fromStack(stack)).toThrow('[Stack/Usage] Stack/Api/DeploymentStage.prod/Resource logs to this pipeline in the wrong format, '
    + 'so no record would become a row: "$context.requestId". Set the accessLogFormat of the stage to the accessLogFormat of this construct');
});

test('our destination on a stage of an HTTP API is refused at synthesis', () => {
  const stack = newStack();
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  new apigatewayv2.HttpStage(stack, 'Stage', {
    httpApi: new apigatewayv2.HttpApi(stack, 'Http'),
    accessLogSettings: { destination: usage.accessLogDestination as unknown as apigatewayv2.IAccessLogDestination },
  });
  expect(() => Template.fromStack(stack)).toThrow('is a stage of an HTTP or WebSocket API');
});

test.each<[string, (stage: apigateway.CfnStage) => void]>([
  ['an override before', (stage) => stage.addPropertyOverride('AccessLogSetting', { DestinationArn: 'arn:elsewhere', Format: '$context.requestId' })],
  ['an override of the destination', (stage) => stage.addPropertyOverride('AccessLogSetting.DestinationArn', 'arn:elsewhere')],
])('%s addStage is refused at synthesis', (_how, override) => {
  const stack = newStack();
  const api = restApi(stack);
  override(cfnStage(api));
  new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
  expect(() => Template.fromStack(stack)).toThrow('[Stack/Usage] Stack/Api/DeploymentStage.prod/Resource was added to this pipeline but logs elsewhere: '
    + 'an override or a later assignment set the destination of its access log to "arn:elsewhere". Remove that setting, or remove the stage from this pipeline.');
});

test.each<[string, (stage: apigateway.CfnStage) => void]>([
  ['assigned anew', (stage) => (stage.accessLogSetting = { destinationArn: 'arn:elsewhere', format: '$context.requestId' })],
  ['taken away', (stage) => (stage.accessLogSetting = undefined)],
  ['deleted by an override', (stage) => stage.addPropertyDeletionOverride('AccessLogSetting')],
])('an access log that is %s after addStage is refused at synthesis', (_how, change) => {
  const stack = newStack();
  const api = restApi(stack);
  new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
  change(cfnStage(api));
  expect(() => Template.fromStack(stack)).toThrow('was added to this pipeline but logs elsewhere');
});

test('a stage has one pipeline', () => {
  const stack = newStack();
  const { deploymentStage } = restApi(stack);
  new ApiUsageAnalytics(stack, 'Usage', { stages: [deploymentStage] });
  expect(() => new ApiUsageAnalytics(stack, 'Second', { stages: [deploymentStage] })).toThrow('[Stack/Second] stages[0] '
    + '(Stack/Api/DeploymentStage.prod/Resource) already has an access log');
});
