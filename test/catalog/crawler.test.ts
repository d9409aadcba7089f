import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, UsageCatalog, UsageStorage } from '../../src';
import { newStack, pipeline, restApi } from '../support/app';
import { rightsOf, VIA_S3 } from '../support/readable';
import { listOf, propertiesOf, resourcesOf, theResource, warningsOf } from '../support/template';

const CRAWLER = 'AWS::Glue::Crawler';
const template = Template.fromStack(pipeline().stack);
const crawler = propertiesOf(template, CRAWLER);

function onExistingBucket() {
  const stack = newStack();
  const storage = UsageStorage.bucket(new s3.Bucket(stack, 'Own', { encryptionKey: new kms.Key(stack, 'Key') }), { prefix: 'usage' });
  new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage], storage });
  return { stack, template: Template.fromStack(stack) };
}

const existing = onExistingBucket();
const database = (of: Template) => theResource(of, 'AWS::Glue::Database').id;
const table = (of: Template) => theResource(of, 'AWS::Glue::Table', 'UsageCatalogTable').id;

test('runs every night on the declared table, and on no other target', () => {
  expect(crawler.Schedule).toEqual({ ScheduleExpression: 'cron(0 2 * * ? *)' });
  expect(crawler.Targets).toEqual({
    CatalogTargets: [{
      DatabaseName: { Ref: database(template) },
      Tables: [{ Ref: table(template) }],
      EventQueueArn: { 'Fn::GetAtt': [theResource(template, 'AWS::SQS::Queue').id, 'Arn'] },
    }],
  });
  expect(crawler.RecrawlPolicy).toEqual({ RecrawlBehavior: 'CRAWL_EVENT_MODE' });
});

test.each([['managed', crawler], ['existing', propertiesOf(existing.template, CRAWLER)]])('adds partitions and changes no schema (%s bucket)', (_kind, properties) => {
  expect(properties.SchemaChangePolicy).toEqual({ UpdateBehavior: 'LOG', DeleteBehavior: 'LOG' });
  expect(JSON.parse(properties.Configuration)).toEqual({
    Version: 1,
    CrawlerOutput: { Partitions: { AddOrUpdateBehavior: 'InheritFromTable' } },
    Grouping: { TableGroupingPolicy: 'CombineCompatibleSchemas' },
  });
  expect(properties.TablePrefix).toBeUndefined();
});

test('learns of new files from a queue, which keeps messages through a fortnight of failed crawls', () => {
  expect(propertiesOf(template, 'AWS::SQS::Queue')).toEqual({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600, VisibilityTimeout: 3600 });
  const queue = theResource(template, 'AWS::SQS::Queue').id;
  expect(propertiesOf(template, 'Custom::S3BucketNotifications').NotificationConfiguration).toEqual({
    QueueConfigurations: [{
      Events: ['s3:ObjectCreated:*'],
      Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'logs/' }] } },
      QueueArn: { 'Fn::GetAtt': [queue, 'Arn'] },
    }],
  });
});

test('only the bucket may send to the queue, and only over TLS', () => {
  const statements = listOf(propertiesOf(template, 'AWS::SQS::QueuePolicy').PolicyDocument.Statement);
  expect(statements.map(({ Effect, Principal }) => [Effect, Principal])).toEqual([['Deny', { AWS: '*' }], ['Allow', { Service: 's3.amazonaws.com' }]]);
  expect(statements[0].Condition).toEqual({ Bool: { 'aws:SecureTransport': 'false' } });
  expect(statements[1].Action).toBe('sqs:SendMessage');
  expect(statements[1].Condition).toEqual({
    ArnLike: { 'aws:SourceArn': { 'Fn::GetAtt': [theResource(template, 'AWS::S3::Bucket').id, 'Arn'] } },
    StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
  });
});

test('lists an existing bucket, and a warning says what that costs', () => {
  expect(propertiesOf(existing.template, CRAWLER).RecrawlPolicy).toEqual({ RecrawlBehavior: 'CRAWL_EVERYTHING' });
  expect(propertiesOf(existing.template, CRAWLER).Targets.CatalogTargets[0].EventQueueArn).toBeUndefined();
  expect(resourcesOf(existing.template, 'AWS::SQS::Queue')).toEqual({});
  expect(warningsOf(existing.stack)).toEqual([expect.stringMatching(/^The crawler lists every folder .* Its cost grows .*UsageCatalog\.projected\(\)/)]);
});

const GLUE = 'arn:<Partition>:glue:<Region>:<AccountId>';
const logGroups = 'arn:<Partition>:logs:<Region>:<AccountId>:log-group:/aws-glue/crawlers*';
const CATALOG_ACTIONS = 'glue:GetDatabase glue:GetTable glue:GetTables glue:UpdateTable glue:GetPartition glue:GetPartitions glue:BatchGetPartition '
  + 'glue:CreatePartition glue:BatchCreatePartition glue:UpdatePartition glue:BatchUpdatePartition glue:GetPartitionIndexes glue:CreatePartitionIndex';

/** What its role may do in every case; it can make a log group, because AWS gives crawlers a shared one. */
function rights(of: Template, bucket: string, folder: string): Record<string, string[]> {
  return {
    Files: [
      `s3:GetObject on ${bucket}/${folder}/*`,
      `s3:ListBucket on ${bucket} if {"StringLike":{"s3:prefix":["${folder}","${folder}/*"]}}`,
      `s3:GetBucketLocation s3:GetBucketAcl on ${bucket}`,
    ],
    Catalog: [`${CATALOG_ACTIONS} on ${GLUE}:catalog ${GLUE}:database/<${database(of)}> ${GLUE}:table/<${database(of)}>/<${table(of)}>`],
    Logs: [`logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on ${logGroups} ${logGroups}:*`],
  };
}

test('its role may read requests, change the one table and receive from the queue', () => {
  expect(rightsOf(template, 'UsageCatalogCrawlerRole')).toEqual({
    ...rights(template, `<${theResource(template, 'AWS::S3::Bucket').id}.Arn>`, 'logs'),
    Events: ['sqs:DeleteMessage sqs:GetQueueUrl sqs:ListDeadLetterSourceQueues sqs:ReceiveMessage sqs:GetQueueAttributes sqs:ListQueueTags '
      + `sqs:SetQueueAttributes sqs:PurgeQueue on <${theResource(template, 'AWS::SQS::Queue').id}.Arn>`],
  });
});

test('on an existing encrypted bucket, it may use the key for objects below the prefix', () => {
  const expected = rights(existing.template, `<${theResource(existing.template, 'AWS::S3::Bucket').id}.Arn>`, 'usage/logs');
  expect(rightsOf(existing.template, 'UsageCatalogCrawlerRole'))
    .toEqual({ ...expected, Files: [...expected.Files, `kms:Decrypt on <${theResource(existing.template, 'AWS::KMS::Key').id}.Arn>${VIA_S3}`] });
});

test('the schedule is an option', () => {
  const schedule = events.Schedule.cron({ minute: '15', hour: '*/6' });
  expect(propertiesOf(Template.fromStack(pipeline({ catalog: UsageCatalog.crawled({ schedule }) }).stack), CRAWLER).Schedule)
    .toEqual({ ScheduleExpression: 'cron(15 */6 * * ? *)' });
});

test.each([
  [events.Schedule.rate(Duration.minutes(1)), 'rate(1 minute)', 'cron(0/5 * * * ? *)'],
  [events.Schedule.rate(Duration.minutes(30)), 'rate(30 minutes)', 'cron(0/30 * * * ? *)'],
  [events.Schedule.rate(Duration.hours(1)), 'rate(1 hour)', 'cron(0 0/1 * * ? *)'],
  [events.Schedule.rate(Duration.minutes(1430)), 'rate(1430 minutes)', 'cron(0 0/23 * * ? *)'],
  [events.Schedule.rate(Duration.days(2)), 'rate(2 days)', 'cron(0 2 * * ? *)'],
  [events.Schedule.expression('at(2026-01-01T00:00:00)'), 'at(2026-01-01T00:00:00)', 'cron(0 2 * * ? *)'],
  [events.Schedule.expression('cron(0 2 * * ?)'), 'cron(0 2 * * ?)', 'cron(0 2 * * ? *)'],
  [events.Schedule.expression('cron(0 2 * * * *)'), 'cron(0 2 * * * *)', 'cron(0 2 * * ? *)'],
])('what Glue does not take is refused, with a cron that does it: %s', (schedule, got, way) => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { catalog: UsageCatalog.crawled({ schedule }) })).toThrow('[Stack/Usage/Catalog] schedule must be a '
    + 'cron expression of six fields, one of day-of-month and day-of-week being ?, because AWS Glue accepts no other schedule, '
    + `got '${got}'. Use events.Schedule.expression('${way}').`);
});
