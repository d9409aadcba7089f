import { App, CfnResource, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, RecordFormat, UsageStorage } from '../../src';
import { importedStage, restApi } from '../support/app';
import { theResource } from '../support/template';

/* AWS Glue checks the crawler's role when it creates the crawler, and IAM applies a new role with a delay. */

const layouts: [string, (app: App) => Stack][] = [
  ['a stack', (app) => new Stack(app, 'Stack')],
  ['a nested stack', (app) => new NestedStack(new Stack(app, 'Parent'), 'Nested')],
];
const settings: [string, (stack: Stack) => ApiUsageAnalyticsProps][] = [
  ['the defaults', () => ({})],
  ['Parquet after JSON', () => ({ format: RecordFormat.parquet(), previousFormat: RecordFormat.json() })],
  ['a bucket of the app', (stack) => ({ storage: UsageStorage.bucket(new s3.Bucket(stack, 'Own')) })],
];

describe.each(layouts)('in %s', (_layout, stackOf) => {
  test.each(settings)('with %s, the crawler is created after every other resource of the pipeline', (_settings, props) => {
    const stack = stackOf(new App());
    const usage = new ApiUsageAnalytics(stack, 'Usage', props(stack));
    const resources = usage.node.findAll().filter((construct): construct is CfnResource => CfnResource.isCfnResource(construct));
    const idOf = ({ logicalId }: CfnResource) => stack.resolve(logicalId) as string;
    const others = resources.filter((resource) => resource !== usage.crawler).map(idOf);
    const template = Template.fromStack(stack);
    expect(others.length).toBeGreaterThan(15);
    expect(theResource(template, 'AWS::Glue::Crawler').DependsOn).toEqual(expect.arrayContaining(others));
  });
});

// Template.fromStack refuses a template with a circle.
test.each<[string, (app: App) => Stack[]]>([
  ['the API in the same stack', (app) => {
    const stack = new Stack(app, 'Stack');
    new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage, importedStage(stack)] });
    return [stack];
  }],
  ['the API in a nested stack', (app) => {
    const stack = new Stack(app, 'Stack');
    const nested = new NestedStack(stack, 'Nested');
    new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(nested).deploymentStage] });
    return [stack, nested];
  }],
  ['the pipeline in a nested stack, the API in its parent', (app) => {
    const stack = new Stack(app, 'Stack');
    const nested = new NestedStack(stack, 'Nested');
    new ApiUsageAnalytics(nested, 'Usage', { stages: [restApi(stack).deploymentStage] });
    return [stack, nested];
  }],
  ['a bucket of another stack', (app) => {
    const [buckets, stack] = ['Buckets', 'Stack'].map((id) => new Stack(app, id));
    new ApiUsageAnalytics(stack, 'Usage', { storage: UsageStorage.bucket(new s3.Bucket(buckets, 'Own')), stages: [restApi(stack).deploymentStage] });
    return [buckets, stack];
  }],
])('no circle with %s', (_layout, make) => {
  const stacks = make(new App());
  for (const stack of stacks) expect(() => Template.fromStack(stack)).not.toThrow();
});
