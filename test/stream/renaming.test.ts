import { Template } from 'aws-cdk-lib/assertions';
import { ApiUsageAnalyticsProps, RecordFormat } from '../../src';
import { pipeline } from '../support/app';
import { Json, Resource, theResource } from '../support/template';

/* A renamed stream is replaced, while stages log to the old one until their own stacks are deployed. */

const STREAM = 'AWS::KinesisFirehose::DeliveryStream';

const templateOf = (streamName: string, props: ApiUsageAnalyticsProps) => Template.fromStack(pipeline({ ...props, streamName }).stack);
const resources = (template: Template): Record<string, Resource> => (template.toJSON() as { Resources: Record<string, Resource> }).Resources;

/** The logical ids that a value refers to. */
function references(value: Json): string[] {
  if (value === null || typeof value !== 'object') return [];
  const { Ref, 'Fn::GetAtt': attribute } = value;
  if (typeof Ref === 'string') return [Ref];
  if (attribute) return [attribute[0] as string];
  return Object.values(value).flatMap((each) => references(each as Json));
}

/** A resource and what it refers to, at any depth. */
function closure(all: Record<string, Resource>, id: string, seen = new Set<string>()): Set<string> {
  if (seen.has(id) || !all[id]) return seen;
  seen.add(id);
  for (const next of references(all[id].Properties)) closure(all, next, seen);
  return seen;
}

describe.each<[string, ApiUsageAnalyticsProps]>([
  ['JSON', {}],
  ['Parquet', { format: RecordFormat.parquet() }],
])('with another stream name: %s', (_format, props) => {
  const [before, after] = ['amazon-apigateway-old', 'amazon-apigateway-new'].map((name) => templateOf(name, props));
  const stream = theResource(before, STREAM).id;

  test('the old stream outlives a rename, and a deletion of the stack deletes the stream', () => {
    const { UpdateReplacePolicy, DeletionPolicy } = theResource(after, STREAM);
    expect([UpdateReplacePolicy, DeletionPolicy]).toEqual(['Retain', 'Delete']);
  });

  test('a rename changes no resource that the old stream needs', () => {
    const [old, renamed] = [before, after].map(resources);
    const needed = [...closure(old, stream)].filter((id) => id !== stream);
    const types = new Set(needed.map((id) => old[id].Type as string));
    expect([...types]).toEqual(expect.arrayContaining(['AWS::IAM::Role', 'AWS::Lambda::Function', 'AWS::Logs::LogGroup', 'AWS::Logs::LogStream', 'AWS::S3::Bucket']));
    for (const id of needed) {
      // The function is updated in place; its environment may have the new name.
      const { Environment: _old, ...properties } = old[id].Properties;
      const { Environment: _new, ...renamedProperties } = renamed[id]?.Properties ?? {};
      expect({ id, properties: renamedProperties as unknown }).toEqual({ id, properties });
    }
  });

  test('no role or permission names the old stream, so the old stream keeps every right', () => {
    for (const [id, { Type, Properties }] of Object.entries(resources(before))) {
      if (Type === 'AWS::IAM::Role' || Type === 'AWS::Lambda::Permission') expect([id, JSON.stringify(Properties)]).toEqual([id, expect.not.stringContaining('amazon-apigateway-old')]);
    }
  });
});
