import { Duration, Tags } from 'aws-cdk-lib';
import * as cdk from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RecordFormat, UsageCatalog } from '../../src';
import { pipeline } from '../support/app';
import { Json, theResource } from '../support/template';

const { stack, usage } = pipeline();
const template = Template.fromStack(stack);

test('the outputs name the resources of the construct', () => {
  const outputs = template.findOutputs('*');
  expect(Object.fromEntries(Object.entries(outputs).map(([id, { Value }]) => [id.replace(/^Usage|[0-9A-F]{8}$/g, ''), Value as Json]).filter(([id]) =>
    (id as string).endsWith('Name')))).toEqual({
    BucketName: { Ref: theResource(template, 'AWS::S3::Bucket').id },
    DatabaseName: { Ref: theResource(template, 'AWS::Glue::Database').id },
    TableName: { Ref: theResource(template, 'AWS::Glue::Table', 'UsageCatalogTable').id },
    StreamName: { Ref: theResource(template, 'AWS::KinesisFirehose::DeliveryStream').id },
    CrawlerName: { Ref: theResource(template, 'AWS::Glue::Crawler').id },
    WorkgroupName: { Ref: theResource(template, 'AWS::Athena::WorkGroup').id },
  });
  for (const { Export } of Object.values(outputs)) expect(Export).toBeUndefined();
  for (const id of ['BucketName', 'DatabaseName', 'TableName', 'StreamName', 'CrawlerName', 'WorkgroupName']) expect(usage.node.tryFindChild(id)).toBeInstanceOf(cdk.CfnOutput);
});

test('a projected catalog has no crawler to name', () => {
  expect(pipeline({ catalog: UsageCatalog.projected() }).usage.node.tryFindChild('CrawlerName')).toBeUndefined();
});

test('the handles are the resources of the template', () => {
  const idOf = (element: cdk.CfnElement) => stack.getLogicalId(element);
  expect(idOf(usage.stream)).toBe(theResource(template, 'AWS::KinesisFirehose::DeliveryStream').id);
  expect(idOf(usage.database)).toBe(theResource(template, 'AWS::Glue::Database').id);
  expect(idOf(usage.table)).toBe(theResource(template, 'AWS::Glue::Table', 'UsageCatalogTable').id);
  expect(idOf(usage.workgroup)).toBe(theResource(template, 'AWS::Athena::WorkGroup').id);
  expect(idOf(usage.crawler!)).toBe(theResource(template, 'AWS::Glue::Crawler').id);
  expect(idOf(usage.bucket.node.defaultChild as cdk.CfnElement)).toBe(theResource(template, 'AWS::S3::Bucket').id);
  expect(idOf(usage.enrichment.node.defaultChild as cdk.CfnElement)).toBe(theResource(template, 'AWS::Lambda::Function', 'UsageEnrichment').id);
});

test('Tags.of reaches every resource that takes tags', () => {
  const tagged = pipeline({ format: RecordFormat.parquet(), directoryRefreshInterval: Duration.minutes(10) });
  Tags.of(tagged.usage).add('team', 'billing');
  const { Resources } = Template.fromStack(tagged.stack).toJSON() as { Resources: Record<string, { Type: string; Properties: { Tags?: unknown } }> };
  const taggable = tagged.usage.node.findAll().filter((construct): construct is cdk.CfnResource =>
    cdk.CfnResource.isCfnResource(construct) && (cdk.TagManager.of(construct) !== undefined));
  expect(taggable.map(({ cfnResourceType }) => cfnResourceType)).toEqual(expect.arrayContaining([
    'AWS::S3::Bucket', 'AWS::KinesisFirehose::DeliveryStream', 'AWS::Glue::Crawler', 'AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::IAM::Role',
    'AWS::Logs::LogGroup', 'AWS::Events::Rule',
  ]));
  for (const resource of taggable) {
    const { Type, Properties: { Tags: tags } } = Resources[tagged.stack.getLogicalId(resource)];
    expect([Type, JSON.stringify(tags)]).toEqual([Type, expect.stringMatching(/"team".*"billing"|\{"team":"billing"\}/)]);
  }
});

test('every resource has a description or a name that a reader of a console understands', () => {
  for (const type of ['AWS::Lambda::Function', 'AWS::Events::Rule', 'AWS::Glue::Crawler']) {
    const own = Object.entries(template.findResources(type)).filter(([id]) => id.startsWith('Usage'));
    for (const [, { Properties }] of own) expect((Properties as { Description: string }).Description).toMatch(/^[A-Z].*\.$/);
  }
});
