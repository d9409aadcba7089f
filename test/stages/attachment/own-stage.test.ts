import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import { ApiUsageAnalytics, StageAttachment } from '../../../src/index';
import { ACCOUNT, newStack, OTHER_ACCOUNT, REGION, restApi } from '../../support/app';
import { propertiesOf, theResource, warningsOf } from '../../support/template';

const attachment = StageAttachment.customResource();

interface Layout {
  readonly api: Stack;
  readonly pipeline: Stack;
}

const inParent = (app: App) => new Stack(app, 'Parent');

const LAYOUTS: Record<string, (app: App) => Layout> = {
  'one stack': (app) => {
    const stack = new Stack(app, 'Stack');
    return { api: stack, pipeline: stack };
  },
  'the stack of the API first': (app) => ({ api: new Stack(app, 'Apis'), pipeline: new Stack(app, 'Pipelines') }),
  'the stack of the pipeline first': (app) => ({ pipeline: new Stack(app, 'Pipelines'), api: new Stack(app, 'Apis') }),
  'the pipeline nested in the stack of the API': (app) => {
    const api = inParent(app);
    return { api, pipeline: new NestedStack(api, 'Child') };
  },
  'the API nested in the stack of the pipeline': (app) => {
    const pipeline = inParent(app);
    return { api: new NestedStack(pipeline, 'Child'), pipeline };
  },
};

describe.each(Object.entries(LAYOUTS))('%s', (_name, layOut) => {
  const app = new App();
  const { api, pipeline } = layOut(app);
  const { deploymentStage } = restApi(api);
  const usage = new ApiUsageAnalytics(pipeline, 'Usage');
  usage.addStage(deploymentStage, { attachment });

  test('the stage is attached in the stack of the pipeline, and its own template does not change', () => {
    expect(propertiesOf(Template.fromStack(pipeline), 'Custom::ApiGatewayAccessLog').Format).toBe(usage.accessLogFormat.toString());
    expect(theResource(Template.fromStack(api), 'AWS::ApiGateway::Stage').Properties.AccessLogSetting).toBeUndefined();
  });

  test('the stage does not wait for the pipeline', () => {
    expect([theResource(Template.fromStack(api), 'AWS::ApiGateway::Stage').DependsOn].flat().join()).not.toContain('Usage');
    if (api !== pipeline && api.nestedStackParent === undefined && pipeline.nestedStackParent === undefined) {
      expect(api.dependencies).toEqual([]);
      expect(pipeline.dependencies).toEqual([api]);
    }
  });
});

test('only this attachment is possible if the stack of the pipeline depends on the stack of the API', () => {
  const build = (options: { attachment?: StageAttachment }) => {
    const app = new App();
    const [apis, pipelines] = ['Apis', 'Pipelines'].map((id) => new Stack(app, id));
    const { deploymentStage } = restApi(apis);
    pipelines.addDependency(apis);
    new ApiUsageAnalytics(pipelines, 'Usage').addStage(deploymentStage, options);
    return app.synth();
  };
  expect(() => build({})).toThrow('put ApiUsageAnalytics into its own stack');
  expect(() => build({ attachment })).not.toThrow();
});

test('a CfnStage is attached by its own ids', () => {
  const stack = newStack();
  const stage = new apigateway.CfnStage(stack, 'Plain', { restApiId: 'a1b2c3d4e5', stageName: 'v1' });
  new ApiUsageAnalytics(stack, 'Usage').addStage(stage, { attachment });
  expect(propertiesOf(Template.fromStack(stack), 'Custom::ApiGatewayAccessLog')).toMatchObject({ RestApiId: 'a1b2c3d4e5', StageName: { Ref: 'Plain' } });
});

test.each([['account', OTHER_ACCOUNT, REGION], ['region', ACCOUNT, 'us-east-1']])('a stage in another %s is refused', (property, account, region) => {
  const app = new App();
  const { deploymentStage } = restApi(new Stack(app, 'Apis', { env: { account, region } }));
  const usage = new ApiUsageAnalytics(new Stack(app, 'Stack', { env: { account: ACCOUNT, region: REGION } }), 'Usage');
  expect(() => usage.addStage(deploymentStage, { attachment })).toThrow(`is in ${property} `);
});

test('an API without required keys causes the same warning', () => {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage').addStage(restApi(stack, 'Api', { defaultMethodOptions: {} }).deploymentStage, { attachment });
  expect(warningsOf(stack)).toEqual([expect.stringContaining('No method of the API Stack/Api requires an API key')]);
});

test('an access log in the template of the stage is refused, or replaced and later restored', () => {
  const stack = newStack();
  const accessLogDestination = new apigateway.LogGroupLogDestination(new logs.LogGroup(stack, 'Elsewhere'));
  const { deploymentStage } = restApi(stack, 'Api', { deployOptions: { accessLogDestination } });
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  expect(() => usage.addStage(deploymentStage, { attachment })).toThrow('already has an access log');
  usage.addStage(deploymentStage, { attachment, replaceAccessLog: true });
  expect(propertiesOf(Template.fromStack(stack), 'Custom::ApiGatewayAccessLog').ReplaceAccessLog).toBe('true');
});
