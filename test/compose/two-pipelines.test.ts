import { App, NestedStack, Stack, Stage, StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { ApiUsageAnalytics, UsageCatalog } from '../../src';
import { ACCOUNT, newStack, REGION, restApi } from '../support/app';
import { propertiesOf, resourcesOf } from '../support/template';

/** The physical names of pipelines, which must differ wherever two can be in one account and region. */
function namesOf(...pipelines: ApiUsageAnalytics[]): { streams: string[]; databases: string[] } {
  return {
    streams: pipelines.map(({ stream }) => stream.deliveryStreamName!),
    databases: pipelines.map(({ database }) => (database.databaseInput as { name: string }).name),
  };
}

function expectDistinctNames(...pipelines: ApiUsageAnalytics[]): void {
  const { streams, databases } = namesOf(...pipelines);
  for (const names of [streams, databases]) expect(new Set(names).size).toBe(pipelines.length);
  for (const stream of streams) expect(stream).toMatch(/^amazon-apigateway-[a-zA-Z0-9-]{1,46}$/);
  for (const database of databases) expect(database).toMatch(/^[a-z][a-z0-9_]{0,254}$/);
}

test('two pipelines live in one stack, each with its stages, crawled and projected', () => {
  const stack = newStack();
  const [orders, invoices] = [restApi(stack, 'Orders'), restApi(stack, 'Invoices')];
  const first = new ApiUsageAnalytics(stack, 'First', { stages: [orders.deploymentStage] });
  const second = new ApiUsageAnalytics(stack, 'Second', { stages: [invoices.deploymentStage], catalog: UsageCatalog.projected() });
  const template = Template.fromStack(stack);
  expectDistinctNames(first, second);
  expect(Object.keys(resourcesOf(template, 'AWS::S3::Bucket'))).toHaveLength(2);
  for (const [api, { stream }] of [['Orders', first], ['Invoices', second]] as const) {
    const { AccessLogSetting } = propertiesOf(template, 'AWS::ApiGateway::Stage', api);
    expect(JSON.stringify(AccessLogSetting.DestinationArn)).toContain(`deliverystream/${stream.deliveryStreamName}"`);
  }
});

test('a pipeline may be in another', () => {
  const outer = new ApiUsageAnalytics(newStack(), 'Usage');
  expectDistinctNames(outer, new ApiUsageAnalytics(outer, 'Usage'));
});

test('no output or resource of two has the same logical id, with ids that are as like as can be', () => {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage');
  new ApiUsageAnalytics(new Construct(stack, 'Usage2'), 'Usage');
  new ApiUsageAnalytics(new Construct(stack, 'Usage-2'), 'Usage');
  expect(() => Template.fromStack(stack)).not.toThrow();
});

const inStack = (scope: Construct, id: string, props?: StackProps) => new ApiUsageAnalytics(new Stack(scope, id, props), 'Usage');

test.each<[string, (app: App) => ApiUsageAnalytics[]]>([
  ['two stacks', (app) => [inStack(app, 'One'), inStack(app, 'Two')]],
  ['two stacks whose names differ at the end only', (app) => ['a', 'b'].map((end) => inStack(app, `${'LongNamed'.repeat(12)}${end}`))],
  ['one stack in two cdk.Stages', (app) => ['Beta', 'Prod'].map((id) => inStack(new Stage(app, id), 'Usage'))],
  ['one app, deployed under two stack names', () => ['x', 'y'].map((stackName) => inStack(new App(), 'Stack', { stackName }))],
  ['nested stacks of one id in two stacks', (app) => ['One', 'Two'].map((id) =>
    new ApiUsageAnalytics(new NestedStack(new Stack(app, id), 'Nested'), 'Usage'))],
  ['one app with a nested stack, deployed under two stack names', () => ['x', 'y'].map((stackName) =>
    new ApiUsageAnalytics(new NestedStack(new Stack(new App(), 'Stack', { stackName }), 'Nested'), 'Usage'))],
  ['nested stacks in nested stacks', (app) => {
    const parent = new Stack(app, 'Stack');
    return ['A', 'B'].map((id) => new ApiUsageAnalytics(new NestedStack(new NestedStack(parent, id), 'Nested'), 'Usage'));
  }],
  ['ids as long as ids get', (app) => {
    const parent = new Construct(new Stack(app, 'Stack'), 'x'.repeat(100));
    return ['a', 'b'].map((end) => new ApiUsageAnalytics(parent, 'y'.repeat(100) + end));
  }],
])('%s: names of their own', (_what, make) => {
  const pipelines = make(new App());
  expectDistinctNames(...pipelines);
});

test('names are the same in each synthesis, so that a deployment changes nothing', () => {
  const make = () => namesOf(inStack(new App(), 'One'), new ApiUsageAnalytics(new NestedStack(new Stack(new App(), 'One'), 'Nested'), 'Usage'));
  expect(make()).toEqual(make());
});

test('where account and region are known, the template has them in place of pseudo parameters', () => {
  const stack = newStack('Stack', { env: { account: ACCOUNT, region: REGION } });
  new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage] });
  const template = Template.fromStack(stack);
  expect(propertiesOf(template, 'AWS::Glue::Database').CatalogId).toBe(ACCOUNT);
  expect(JSON.stringify(propertiesOf(template, 'AWS::ApiGateway::Stage').AccessLogSetting.DestinationArn)).toContain(`:firehose:${REGION}:${ACCOUNT}:`);
});
