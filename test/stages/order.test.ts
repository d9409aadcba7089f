import { App, NestedStack, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics } from '../../src/index';
import { restApi } from '../support/app';
import { templateTexts, theResource } from '../support/template';

interface Layout {
  /** Where the API is, and where the pipeline. */
  readonly api: Stack;
  readonly pipeline: Stack;
  /** The stack in whose template the order shows, and what waits there for what. */
  readonly seenIn: Stack;
}

const inOneStack = (stack: Stack): Layout => ({ api: stack, pipeline: stack, seenIn: stack });

const LAYOUTS: Record<string, (app: App) => Layout> = {
  'one stack': (app) => inOneStack(new Stack(app, 'Stack')),
  'the pipeline in a nested stack': (app) => {
    const parent = new Stack(app, 'Stack');
    return { api: parent, pipeline: new NestedStack(parent, 'Child'), seenIn: parent };
  },
  'the API in a nested stack': (app) => {
    const parent = new Stack(app, 'Stack');
    return { api: new NestedStack(parent, 'Child'), pipeline: parent, seenIn: parent };
  },
  'nested stacks side by side': (app) => {
    const parent = new Stack(app, 'Stack');
    return { api: new NestedStack(parent, 'Apis'), pipeline: new NestedStack(parent, 'Pipeline'), seenIn: parent };
  },
  'one nested stack': (app) => inOneStack(new NestedStack(new Stack(app, 'Stack'), 'Child')),
};

/** The logical id that stands for a construct in a stack: its own, or that of the nested stack it is in. */
function standsFor(construct: { readonly stack: Stack }, idInOwnStack: string, seenIn: Stack): string {
  return construct.stack === seenIn ? idInOwnStack : seenIn.getLogicalId(construct.stack.nestedStackResource as apigateway.CfnStage);
}

test.each(Object.entries(LAYOUTS))('%s: the stage is created after the stream', (_name, layOut) => {
  const app = new App();
  const { api, pipeline, seenIn } = layOut(app);
  const { deploymentStage } = restApi(api);
  const usage = new ApiUsageAnalytics(pipeline, 'Usage', { stages: [deploymentStage] });
  const stage = deploymentStage.node.defaultChild as apigateway.CfnStage;

  const { Resources } = Template.fromStack(seenIn).toJSON() as { Resources: Record<string, { DependsOn?: string[] }> };
  const [waiting, first] = [stage, usage.stream].map((resource) => standsFor(resource, resource.stack.getLogicalId(resource), seenIn));
  expect([Resources[waiting].DependsOn].flat()).toContain(first);
});

describe.each(['API', 'pipeline'])('two stacks, that of the %s first', (first) => {
  const app = new App();
  const make = (id: string) => new Stack(app, id);
  const [apis, pipelines] = first === 'API' ? [make('Apis'), make('Pipelines')] : [make('Pipelines'), make('Apis')].reverse();
  const { deploymentStage } = restApi(apis);
  const usage = new ApiUsageAnalytics(pipelines, 'Usage', { stages: [deploymentStage] });
  const texts = templateTexts(app);

  test('the stack of the API is deployed after that of the pipeline', () => {
    expect(apis.dependencies).toEqual([pipelines]);
    expect(pipelines.dependencies).toEqual([]);
  });

  test('nothing is exported or imported between them, and neither names the other', () => {
    for (const text of Object.values(texts)) expect(text).not.toMatch(/Fn::ImportValue|"Export"/);
    expect(Template.fromStack(pipelines).findResources('AWS::SSM::Parameter')).toEqual({});
    expect(texts.Pipelines).not.toContain('Apis');
  });

  test('the destination is written from the stream\'s literal name, in the stack of the API', () => {
    expect(Token.isUnresolved(usage.stream.deliveryStreamName)).toBe(false);
    expect(texts.Apis).toContain(`:deliverystream/${usage.stream.deliveryStreamName}"`);
  });

  test('DependsOn stays within a template', () => {
    expect([theResource(Template.fromStack(apis), 'AWS::ApiGateway::Stage').DependsOn].flat().join()).not.toContain('Usage');
  });
});

test('nested stacks of two top-level stacks are ordered by those', () => {
  const app = new App();
  const [apis, pipelines] = ['Apis', 'Pipelines'].map((id) => new Stack(app, id));
  const { deploymentStage } = restApi(new NestedStack(apis, 'Child'));
  new ApiUsageAnalytics(new NestedStack(pipelines, 'Child'), 'Usage', { stages: [deploymentStage] });
  for (const text of Object.values(templateTexts(app))) expect(text).not.toMatch(/Fn::ImportValue|"Export"/);
  expect(apis.dependencies).toEqual([pipelines]);
});

test('a stage of another stack that is given destination and format itself is ordered alike, and nothing is exported', () => {
  const app = new App();
  const [apis, pipelines] = ['Apis', 'Pipelines'].map((id) => new Stack(app, id));
  const { accessLogDestination, accessLogFormat } = new ApiUsageAnalytics(pipelines, 'Usage');
  restApi(apis, 'Api', { deployOptions: { accessLogDestination, accessLogFormat } });
  for (const text of Object.values(templateTexts(app))) expect(text).not.toMatch(/Fn::ImportValue|"Export"/);
  expect(apis.dependencies).toEqual([pipelines]);
});

test('where the pipeline\'s stack waits for the API\'s already, the error says how to part them', () => {
  const app = new App();
  const [apis, pipelines] = ['Apis', 'Pipelines'].map((id) => new Stack(app, id));
  const { deploymentStage } = restApi(apis);
  pipelines.addDependency(apis, 'the owner says so');
  expect(() => {
    new ApiUsageAnalytics(pipelines, 'Usage', { stages: [deploymentStage] });
    app.synth();
  }).toThrow(/the API stage Apis\/Api\/DeploymentStage\.prod\/Resource logs to the delivery stream of Pipelines\/Usage: .*its own stack/s);
});
