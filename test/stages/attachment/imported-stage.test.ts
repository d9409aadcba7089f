import { App, CfnDynamicReference, CfnDynamicReferenceService, CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ApiUsageAnalytics, StageAttachment } from '../../../src/index';
import { ACCOUNT, importedStage, newStack, OTHER_ACCOUNT, REGION, restApi } from '../../support/app';
import { readable, rightsOf } from '../../support/readable';
import { propertiesOf, resourcesOf, theResource, warningsOf } from '../../support/template';

const ATTACHMENT = 'Custom::ApiGatewayAccessLog';

/** A pipeline of one imported stage. */
function imported(options = {}, restApiId = 'a1b2c3d4e5', stageName = 'prod') {
  const stack = newStack();
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  usage.addStage(importedStage(stack, restApiId, stageName), options);
  return { stack, usage, template: Template.fromStack(stack) };
}

describe('an imported stage', () => {
  const { stack, usage, template } = imported();
  const attachment = theResource(template, ATTACHMENT);
  const policy = theResource(template, 'AWS::IAM::Policy', 'UsageAttachments');

  test('is attached by a custom resource with the properties of the public contract', () => {
    expect(attachment.Properties).toEqual({
      ServiceToken: { 'Fn::GetAtt': [expect.stringContaining('UsageAttachmentsShard'), 'Arn'] },
      ServiceTimeout: '360',
      RestApiId: 'a1b2c3d4e5',
      StageName: 'prod',
      DestinationArn: { 'Fn::GetAtt': [stack.getLogicalId(usage.stream), 'Arn'] },
      Format: usage.accessLogFormat.toString(),
      ReplaceAccessLog: 'false',
    });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('has a policy for exactly that stage, which is created before it and deleted after it', () => {
    expect(policy.Properties.PolicyDocument.Statement).toHaveLength(1);
    const [{ Action, Resource }] = policy.Properties.PolicyDocument.Statement;
    expect(Action).toEqual(['apigateway:GET', 'apigateway:PATCH']);
    expect(readable(Resource)).toBe('arn:<Partition>:apigateway:<Region>::/restapis/a1b2c3d4e5/stages/prod');
    expect(attachment.DependsOn).toEqual([policy.id]);
  });

  test('is deleted before the stream, the function, its role and its log: it refers to them', () => {
    const handler = theResource(template, 'AWS::Lambda::Function', 'UsageAttachmentsShard');
    expect(attachment.Properties.ServiceToken['Fn::GetAtt'][0]).toBe(handler.id);
    expect(handler.Properties.LoggingConfig.LogGroup.Ref).toBe(theResource(template, 'AWS::Logs::LogGroup', 'UsageAttachments').id);
    expect(handler.Properties.Role['Fn::GetAtt'][0]).toBe(policy.Properties.Roles[0].Ref);
  });

  test('has a function that lives a minute less than CloudFormation waits', () => {
    expect(propertiesOf(template, 'AWS::Lambda::Function', 'UsageAttachmentsShard')).toMatchObject({
      Timeout: 300,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Environment: {
        Variables: {
          DELIVERY_STREAM_NAME: usage.stream.deliveryStreamName,
          PARAMETER_PATH: expect.stringMatching(/^\/api-usage-analytics\/Stack-Usage-Attachments-Shard.*\/$/),
        },
      },
    });
  });

  test('has a role that may write its log, store previous settings, describe the stream, and create the service-linked role of API Gateway', () => {
    const role = theResource(template, 'AWS::IAM::Role', 'UsageAttachmentsShard');
    const path = propertiesOf(template, 'AWS::Lambda::Function', 'UsageAttachmentsShard').Environment.Variables.PARAMETER_PATH;
    expect(rightsOf(template, 'UsageAttachmentsShard', [policy.id])).toEqual({
      Logs: ['logs:CreateLogStream logs:PutLogEvents on <UsageAttachmentsLogGroupD5AD119A.Arn>'],
      Access: [
        'iam:CreateServiceLinkedRole on arn:<Partition>:iam::<AccountId>:role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway '
          + 'if {"StringEquals":{"iam:AWSServiceName":"ops.apigateway.amazonaws.com"}}',
        `firehose:DescribeDeliveryStream on arn:<Partition>:firehose:<Region>:<AccountId>:deliverystream/${usage.stream.deliveryStreamName}`,
        `ssm:DeleteParameter ssm:GetParameter ssm:PutParameter on arn:<Partition>:ssm:<Region>:<AccountId>:parameter${path}*`,
      ],
    });
    expect(role.Properties.AssumeRolePolicyDocument.Statement).toHaveLength(1);
  });
});

test('the logical id and the function stay the same from release to release: CloudFormation rejects another function, and another id detaches the stage', () => {
  const { template } = imported();
  expect(theResource(template, ATTACHMENT).id).toBe('UsageAttachmentsa1b2c3d4e5prodC11703F0');
  const handler = theResource(template, 'AWS::Lambda::Function', 'UsageAttachmentsShard');
  expect([handler.id, handler.Properties.Environment.Variables.PARAMETER_PATH]).toEqual([
    'UsageAttachmentsShard8FunctionBA6CF5A5', '/api-usage-analytics/Stack-Usage-Attachments-Shard8-E0B9B417/',
  ]);
});

test('the stages prop takes an imported stage too', () => {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage', { stages: [importedStage(stack)] });
  expect(Object.keys(resourcesOf(Template.fromStack(stack), ATTACHMENT))).toHaveLength(1);
});

test('replaceAccessLog reaches the custom resource', () => {
  expect(propertiesOf(imported({ replaceAccessLog: true }).template, ATTACHMENT).ReplaceAccessLog).toBe('true');
});

test('a pipeline without an imported stage has none of these resources', () => {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage] });
  expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toContain('UsageAttachments');
});

test.each<[string, (stack: Stack) => string]>([
  ['a parameter of the template', (stack) => new CfnParameter(stack, 'Id').valueAsString],
  ['a parameter of Systems Manager', (stack) => ssm.StringParameter.valueForStringParameter(stack, '/apis/orders')],
])('the id of its API may be %s', (_what, id) => {
  const stack = newStack();
  const restApiId = id(stack);
  new ApiUsageAnalytics(stack, 'Usage').addStage(importedStage(stack, restApiId, 'prod', 'Imported'));
  const template = Template.fromStack(stack);
  const { RestApiId } = propertiesOf(template, ATTACHMENT);
  expect(RestApiId).toEqual(stack.resolve(restApiId));
  const { Resource } = propertiesOf(template, 'AWS::IAM::Policy', 'UsageAttachments').PolicyDocument.Statement[0];
  expect(readable(Resource)).toBe(`arn:<Partition>:apigateway:<Region>::/restapis/${readable(RestApiId)}/stages/prod`);
});

describe('is refused', () => {
  const twice = (first: (stack: Stack) => apigateway.IStageRef, second: (stack: Stack) => apigateway.IStageRef) => () => {
    const stack = newStack();
    new ApiUsageAnalytics(stack, 'Usage', { stages: [first(stack), second(stack)] });
  };

  test('if it is imported twice with the same ids', () => {
    expect(twice((stack) => importedStage(stack), (stack) => importedStage(stack, 'a1b2c3d4e5', 'prod', 'Again')))
      .toThrow('[Stack/Usage] stages[1] (Stack/Again) is added twice, as Stack/Stagea1b2c3d4e5prod. Each stage is logged once: remove one of the two.');
  });

  test.each<[string, (stack: Stack) => string]>([
    ['parameter', (stack) => ssm.StringParameter.valueForStringParameter(stack, '/apis/orders')],
    ['part of a parameter', (stack) => `x${ssm.StringParameter.valueForStringParameter(stack, '/apis/orders')}`],
    ['dynamic reference', () => new CfnDynamicReference(CfnDynamicReferenceService.SSM, '/apis/orders').toString()],
  ])('where it is imported twice, by the same %s', (_what, id) => {
    expect(twice((stack) => importedStage(stack, id(stack), 'prod', 'One'), (stack) => importedStage(stack, id(stack), 'prod', 'Two'))).toThrow('added twice');
    expect(twice((stack) => importedStage(stack, id(stack), 'prod', 'One'), (stack) => importedStage(stack, id(stack), 'beta', 'Two'))).not.toThrow();
  });

  test('if it is a stage of this app that was added before', () => {
    const stack = newStack();
    const api = restApi(stack);
    const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
    const again = apigateway.Stage.fromStageAttributes(stack, 'Again', { restApi: api, stageName: api.deploymentStage.stageName });
    expect(() => usage.addStage(again)).toThrow('is added twice, as Stack/Api/DeploymentStage.prod/Resource');
  });

  test('if another pipeline of the account and region has it', () => {
    const app = new App();
    const [here, there] = ['eu-west-1', 'us-east-1'].map((region) => new Stack(app, region, { env: { account: ACCOUNT, region } }));
    new ApiUsageAnalytics(here, 'First', { stages: [importedStage(here)] });
    expect(() => new ApiUsageAnalytics(here, 'Second', { stages: [importedStage(here, 'a1b2c3d4e5', 'prod', 'Again')] }))
      .toThrow('[eu-west-1/Second] stages[0] (eu-west-1/Again) is already in eu-west-1/First, as eu-west-1/Stagea1b2c3d4e5prod.');
    expect(() => new ApiUsageAnalytics(there, 'Third', { stages: [importedStage(there)] })).not.toThrow();
  });

  test.each([['account', OTHER_ACCOUNT, REGION], ['region', ACCOUNT, 'us-east-1']])('in another %s', (property, account, region) => {
    const app = new App();
    const usage = new ApiUsageAnalytics(new Stack(app, 'Stack', { env: { account: ACCOUNT, region: REGION } }), 'Usage');
    const stage = importedStage(new Stack(app, 'Theirs', { env: { account, region } }));
    expect(() => usage.addStage(stage)).toThrow(`is in ${property} ${property === 'account' ? account : region}, the pipeline in`);
  });

  test('if the template is to attach it, because its template is not in the app', () => {
    expect(() => imported({ attachment: StageAttachment.template() })).toThrow('[Stack/Usage] the stage of addStage (Stack/Stagea1b2c3d4e5prod) is imported, '
      + 'so no template of this app can set its access log. Omit the attachment, or pass StageAttachment.customResource().');
  });
});
