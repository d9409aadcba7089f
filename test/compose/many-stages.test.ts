import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics, StageAttachment } from '../../src';
import { ACCOUNT, importedStage, restApi } from '../support/app';
import { resourcesOf, templateTexts } from '../support/template';

const STATEFUL = ['AWS::S3::Bucket', 'AWS::Glue::Database', 'AWS::Glue::Table', 'AWS::KinesisFirehose::DeliveryStream', 'AWS::SQS::Queue', 'AWS::Logs::LogGroup'];

/** Thirty APIs, twenty of which have a second stage, in stacks of ten. */
function fiftyStages(app: App): { readonly stacks: Stack[]; readonly stages: apigateway.Stage[] } {
  const stacks = ['One', 'Two', 'Three'].map((id) => new Stack(app, id));
  const stages = stacks.flatMap((stack, turn) => Array.from({ length: 10 }, (_, index) => {
    const api = restApi(stack, `Api${index}`);
    if (turn === 2) return [api.deploymentStage];
    return [api.deploymentStage, new apigateway.Stage(api, 'Beta', { stageName: 'beta', deployment: api.latestDeployment! })];
  }).flat());
  expect(stages).toHaveLength(50);
  return { stacks, stages };
}

const resourceIds = (stack: Stack) => Object.keys((Template.fromStack(stack).toJSON() as { Resources: object }).Resources);

const stateful = (stack: Stack) => STATEFUL.flatMap((type) => Object.keys(resourcesOf(Template.fromStack(stack), type))).sort();

test('fifty stages of thirty APIs in other stacks log to one pipeline, to which they add nothing', () => {
  const app = new App();
  const { stacks, stages } = fiftyStages(app);
  const pipeline = new Stack(app, 'Pipeline');
  const usage = new ApiUsageAnalytics(pipeline, 'Usage', { stages });
  const texts = templateTexts(app);

  for (const stack of stacks) {
    expect(stack.dependencies).toEqual([pipeline]);
    for (const { Properties } of Object.values(resourcesOf(Template.fromStack(stack), 'AWS::ApiGateway::Stage'))) {
      expect(JSON.stringify(Properties.AccessLogSetting.DestinationArn)).toContain(`deliverystream/${usage.stream.deliveryStreamName}"`);
    }
  }
  expect(pipeline.dependencies).toEqual([]);
  for (const text of Object.values(texts)) expect(text).not.toMatch(/Fn::ImportValue|"Export"/);

  const empty = new Stack(new App(), 'Pipeline');
  new ApiUsageAnalytics(empty, 'Usage');
  expect(resourceIds(pipeline)).toEqual(resourceIds(empty));
});

test('the other way round, the pipeline comes after the fifty stages', () => {
  const app = new App();
  const { stacks, stages } = fiftyStages(app);
  const pipeline = new Stack(app, 'Pipeline');
  const usage = new ApiUsageAnalytics(pipeline, 'Usage');
  for (const stage of stages) usage.addStage(stage, { attachment: StageAttachment.customResource() });
  app.synth();

  expect(pipeline.dependencies).toEqual(stacks);
  for (const stack of stacks) expect(stack.dependencies).toEqual([]);
  const attachments = Object.values(resourcesOf(Template.fromStack(pipeline), 'Custom::ApiGatewayAccessLog'));
  expect(new Set(attachments.map(({ Properties }) => JSON.stringify([Properties.RestApiId, Properties.StageName]))).size).toBe(50);
});

test('stateful resources keep their logical ids with any stages in any order', () => {
  const ids = (...stages: ((stack: Stack) => apigateway.IStageRef)[]) => {
    const stack = new Stack(new App(), 'Stack');
    new ApiUsageAnalytics(stack, 'Usage', { stages: stages.map((make) => make(stack)) });
    return stateful(stack);
  };
  const orders = (stack: Stack) => restApi(stack, 'Orders').deploymentStage;
  const invoices = (stack: Stack) => restApi(stack, 'Invoices').deploymentStage;
  const theirs = (stack: Stack) => importedStage(stack);
  const withOne = ids(orders);
  expect(ids(invoices, orders)).toEqual(withOne);
  expect(ids(orders, invoices)).toEqual(withOne);
  // An imported stage brings the log of the function that attaches it.
  const withImported = ids(theirs, orders);
  expect(withImported.filter((id) => !withOne.includes(id))).toEqual(['UsageAttachmentsLogGroupD5AD119A']);
  expect(ids(orders, invoices, theirs)).toEqual(withImported);
});

test('two pipelines in one stack, and one in each of two regions, attach imported stages apart from each other', () => {
  const app = new App();
  const [here, there] = ['eu-west-1', 'us-east-1'].map((region) => new Stack(app, region, { env: { account: ACCOUNT, region } }));
  new ApiUsageAnalytics(here, 'First', { stages: [importedStage(here, 'a1b2c3d4e5', 'prod')] });
  new ApiUsageAnalytics(here, 'Second', { stages: [importedStage(here, 'a1b2c3d4e5', 'beta')] });
  new ApiUsageAnalytics(there, 'First', { stages: [importedStage(there, 'a1b2c3d4e5', 'prod')] });
  const paths = [here, there].map((stack) => Object.values(resourcesOf(Template.fromStack(stack), 'AWS::Lambda::Function'))
    .map(({ Properties }) => Properties.Environment?.Variables.PARAMETER_PATH).filter((path) => path !== undefined));
  expect(paths.map(({ length }) => length)).toEqual([2, 1]);
  expect(new Set(paths[0]).size).toBe(2);
  expect(JSON.stringify(Template.fromStack(there).toJSON())).toContain('arn:aws:apigateway:us-east-1::/restapis/a1b2c3d4e5/stages/prod'.replace('arn:aws:', ''));
});
