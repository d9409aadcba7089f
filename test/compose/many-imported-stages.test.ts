import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ApiUsageAnalytics } from '../../src';
import { importedStage } from '../support/app';
import { Resource } from '../support/template';

type Resources = Record<string, Resource>;

interface Imported {
  readonly apiId: string;
  readonly stageName: string;
}

const IAM_LIMIT = 10_240;
const ATTACHMENT = 'Custom::ApiGatewayAccessLog';

const many = (count: number, nameLength = 8): Imported[] => Array.from({ length: count }, (_, index) => ({
  apiId: `api${String(index).padStart(7, '0')}`,
  stageName: `stage${index}`.padEnd(nameLength, '-'),
}));

function synthesised(stages: readonly Imported[], replaceAccessLog = false): Template {
  const stack = new Stack(new App({ context: { 'aws:cdk:enable-path-metadata': true } }), 'Stack');
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  for (const { apiId, stageName } of stages) usage.addStage(importedStage(stack, apiId, stageName), { replaceAccessLog });
  return Template.fromStack(stack);
}

const resourcesOf = (stages: readonly Imported[]) => (synthesised(stages).toJSON() as { Resources: Resources }).Resources;

const without = (resources: Resources, text: string) => Object.fromEntries(Object.entries(resources).filter(([id]) => !id.includes(text)));

/** The policies of each role of an attachment, longest names put for what is known at deployment only. */
function policyCharacters(template: Template): number[] {
  const { Resources } = template.toJSON() as { Resources: Resources };
  return Object.entries(Resources).filter(([id, { Type }]) => Type === 'AWS::IAM::Role' && id.includes('AttachmentsShard')).map(([id, { Properties }]) => {
    const attached = Object.values(Resources).filter((resource) => resource.Type === 'AWS::IAM::Policy' && JSON.stringify(resource.Properties.Roles).includes(id));
    const policies = [...Properties.Policies, ...attached.map((policy) => policy.Properties)] as { PolicyDocument: unknown }[];
    return policies.map(({ PolicyDocument }) => JSON.stringify(deployed(PolicyDocument)).length).reduce((sum, length) => sum + length, 0);
  });
}

const DEPLOYED: Record<string, string> = { 'AWS::Partition': 'aws-us-gov', 'AWS::Region': 'ap-southeast-1', 'AWS::AccountId': '111122223333' };

function deployed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deployed);
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as { 'Ref'?: string; 'Fn::GetAtt'?: string[]; 'Fn::Join'?: [string, unknown[]] };
  if (Ref) return DEPLOYED[Ref];
  if (attribute) return `arn:aws-us-gov:logs:ap-southeast-1:111122223333:log-group:${'x'.repeat(255)}:*`;
  if (join) return (deployed(join[1]) as string[]).join(join[0]);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deployed(item)]));
}

test('an imported stage adds two resources, apart from those of its shard', () => {
  const counts = [15, 16, 17].map((count) => {
    const resources = Object.values(resourcesOf(many(count)));
    return resources.length - 2 * resources.filter(({ Properties }) => JSON.stringify(Properties).includes('PARAMETER_PATH')).length;
  });
  expect(counts.map((count) => count - counts[0])).toEqual([0, 2, 4]);
});

describe.each([[185, 8], [160, 128]])('%s stages with names of %s characters', (count, nameLength) => {
  const template = synthesised(many(count, nameLength));

  test('fit into one template', () => {
    const json = template.toJSON() as { Resources: Resources };
    expect(Object.values(json.Resources).filter(({ Type }) => Type === ATTACHMENT)).toHaveLength(count);
    expect(Object.keys(json.Resources).length).toBeLessThan(500);
    expect(Buffer.byteLength(JSON.stringify(json, undefined, 1))).toBeLessThan(1_000_000);
  });

  test('keep each role within the limits of IAM', () => {
    const characters = policyCharacters(template);
    expect(characters.length).toBe(16);
    expect(Math.max(...characters)).toBeLessThan(IAM_LIMIT);
  });
});

/** Stages that one function attaches, found among as many as it takes. */
function ofOneShard(stages: readonly Imported[]): Imported[] {
  const shards = [0, 150, 300, 450].flatMap((start) => {
    const attachments = Object.values(resourcesOf(stages.slice(start, start + 150))).filter(({ Type }) => Type === ATTACHMENT);
    return attachments.map(({ Properties }) => JSON.stringify(Properties.ServiceToken));
  });
  return stages.filter((_, index) => shards[index] === shards[0]);
}

test('synthesis refuses a role that exceeds the limit of IAM, and accepts one just below it', () => {
  const stack = new Stack();
  const usage = new ApiUsageAnalytics(stack, 'Usage');
  const addAll = () => ofOneShard(many(600, 128)).forEach(({ apiId, stageName }) => usage.addStage(importedStage(stack, apiId, stageName)));
  expect(addAll).toThrow(/Usage\/Attachments\/Shard\d+\] The policies of this role, one for each stage that it attaches, would be longer than IAM allows/);
  const [characters] = policyCharacters(Template.fromStack(stack));
  expect(characters).toBeLessThan(IAM_LIMIT);
  expect(characters).toBeGreaterThan(0.9 * IAM_LIMIT);
});

describe('adding, removing and reordering', () => {
  const stages = many(40);
  const all = resourcesOf(stages);

  test('a stage more or less changes no resource but its own', () => {
    const [first, ...others] = stages;
    expect(resourcesOf(others)).toEqual(without(all, first.apiId));
    const middle = stages[20];
    expect(resourcesOf(stages.filter((stage) => stage !== middle))).toEqual(without(all, middle.apiId));
  });

  test('another order changes nothing', () => {
    expect(resourcesOf([...stages].reverse())).toEqual(all);
  });

  test('a stage is attached by the same function at any position in the list', () => {
    const tokens = (resources: Resources) => Object.values(resources).filter(({ Type }) => Type === ATTACHMENT)
      .map(({ Properties }) => `${Properties.RestApiId} ${JSON.stringify(Properties.ServiceToken)}`);
    expect(tokens(all)).toEqual(expect.arrayContaining(tokens(resourcesOf([stages[39], stages[3]]))));
  });
});

test('a removed stage keeps its policy until its access log is restored', () => {
  const [kept, removed] = many(2);
  const before = resourcesOf([kept, removed]);
  const after = resourcesOf([kept]);
  // CloudFormation deletes what a template no longer has after everything else, each resource before what it depends on.
  const deletions = Object.keys(before).filter((id) => !(id in after));
  const attachment = deletions.find((id) => before[id].Type === ATTACHMENT)!;
  const policy = deletions.find((id) => before[id].Type === 'AWS::IAM::Policy')!;
  expect(before[attachment].Properties.RestApiId).toBe(removed.apiId);
  expect(before[attachment].DependsOn).toEqual([policy]);
  expect(JSON.stringify(before[policy].Properties.PolicyDocument)).toContain(`/restapis/${removed.apiId}/stages/${removed.stageName}`);
  // Nothing that the policy stands for elsewhere is narrowed before: no other resource changes.
  for (const id of Object.keys(after)) expect(after[id]).toEqual(before[id]);
});
