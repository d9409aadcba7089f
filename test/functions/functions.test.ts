import { Duration, Lazy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, CallerAddress, UsageStorage } from '../../src';
import { DIRECTORY_ENVIRONMENT } from '../../src/directory/refresh/environment';
import { ENRICHMENT_ENVIRONMENT } from '../../src/enrichment/environment';
import { newStack, pipeline } from '../support/app';
import { environmentOf, rightsOf, VIA_S3 } from '../support/readable';
import { propertiesOf, theResource } from '../support/template';

const FUNCTION = 'AWS::Lambda::Function';
const { stack, usage } = pipeline();
const template = Template.fromStack(stack);
const bucketId = theResource(template, 'AWS::S3::Bucket').id;
const bucket = `<${bucketId}.Arn>`;
const ownLog = (role: string) => `logs:CreateLogStream logs:PutLogEvents on <${theResource(template, 'AWS::Logs::LogGroup', role).id}.Arn>`;
const apiGateway = (path: string) => `arn:<Partition>:apigateway:<Region>::${path}`;

const LISTS_DIRECTORY = '{"StringLike":{"s3:prefix":["directory","directory/*"]}}';
const LISTS_SNAPSHOT = '{"StringLike":{"s3:prefix":"directory/snapshot.json"}}';
const DIRECTORY_RIGHTS = [
  `apigateway:GET on ${['/apikeys', '/usageplans', '/usageplans/*/keys', '/restapis', '/restapis/*/stages'].map(apiGateway).join(' ')}`,
  `s3:GetObject on ${bucket}/directory/*`,
  `s3:PutObject on ${bucket}/directory/*`,
  `s3:ListBucket on ${bucket} if ${LISTS_DIRECTORY}`,
];

test('the enrichment reads one object, lists one key and has no right on API Gateway', () => {
  expect(rightsOf(template, 'UsageEnrichmentRole')).toEqual({
    Logs: [ownLog('UsageEnrichment')],
    Access: [`s3:GetObject on ${bucket}/directory/snapshot.json`, `s3:ListBucket on ${bucket} if ${LISTS_SNAPSHOT}`],
  });
});

test('the directory reads names in API Gateway, never a single key, and keeps its own folder', () => {
  expect(rightsOf(template, 'UsageDirectoryRole')).toEqual({ Logs: [ownLog('UsageDirectory')], Access: DIRECTORY_RIGHTS });
});

test('both functions have the rights on the key of the bucket that they need', () => {
  const encrypted = newStack();
  const own = new s3.Bucket(encrypted, 'Own', { encryptionKey: new kms.Key(encrypted, 'Key') });
  new ApiUsageAnalytics(encrypted, 'Usage', { storage: UsageStorage.bucket(own) });
  const synthesised = Template.fromStack(encrypted);
  const key = `<${theResource(synthesised, 'AWS::KMS::Key').id}.Arn>`;
  expect(rightsOf(synthesised, 'UsageEnrichmentRole').Access).toContain(`kms:Decrypt on ${key}${VIA_S3}`);
  expect(rightsOf(synthesised, 'UsageDirectoryRole').Access).toContain(`kms:Decrypt kms:GenerateDataKey on ${key}${VIA_S3}`);
});

test.each(['UsageEnrichment', 'UsageDirectory'])('%s runs on Node 24 and arm64, unreserved, after its role', (prefix) => {
  const { Properties, DependsOn } = theResource(template, FUNCTION, prefix);
  expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler', MemorySize: 512 });
  expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
  expect(DependsOn).toContain(theResource(template, 'AWS::IAM::Role', prefix).id);
});

test('the enrichment answers within Firehose\'s time limit', () => {
  expect(propertiesOf(template, FUNCTION, 'UsageEnrichment').Timeout).toBe(60);
  expect(usage.enrichment).toBe(stack.node.findChild('Usage').node.findChild('Enrichment').node.findChild('Function'));
});

test('the environment of the enrichment has the options of the construct', () => {
  expect(ENRICHMENT_ENVIRONMENT.fromEnvironment(environmentOf(template, 'UsageEnrichment'))).toMatchObject({
    bucketName: `<${bucketId}>`,
    snapshotKey: 'directory/snapshot.json',
    deliveryStreamName: usage.stream.deliveryStreamName,
    callerAddress: 'truncated',
    columns: { extra: [], omitted: [] },
  });
});

test.each([['full', CallerAddress.full()], ['dropped', CallerAddress.dropped()], ['truncated', CallerAddress.truncated()]])('callerAddress %s', (mode, callerAddress) => {
  expect(environmentOf(Template.fromStack(pipeline({ callerAddress }).stack), 'UsageEnrichment').CALLER_ADDRESS).toBe(mode);
});

test('the directory writes where the enrichment reads, and its metrics have the stream\'s name', () => {
  const configuration = DIRECTORY_ENVIRONMENT.fromEnvironment(environmentOf(template, 'UsageDirectory'));
  expect(configuration).toMatchObject({
    bucketName: `<${bucketId}>`,
    directoryPrefix: 'directory/',
    snapshotKey: 'directory/snapshot.json',
    deliveryStreamName: usage.stream.deliveryStreamName,
  });
});

describe('the schedule of the directory', () => {
  const everyMinutes = (minutes: number) => Template.fromStack(pipeline({ directoryRefreshInterval: Duration.minutes(minutes) }).stack);

  test.each([[1, 'rate(1 minute)', 60], [5, 'rate(5 minutes)', 300], [10, 'rate(10 minutes)', 600], [1440, 'rate(1 day)', 900]])(
    'every %i minutes is %s', (minutes, expression, timeout) => {
      const synthesised = everyMinutes(minutes);
      expect(propertiesOf(synthesised, 'AWS::Events::Rule', 'UsageDirectory')).toMatchObject({ ScheduleExpression: expression, State: 'ENABLED' });
      expect(propertiesOf(synthesised, FUNCTION, 'UsageDirectory').Timeout).toBe(timeout);
    });

  test('calls the one function, whose next run is the retry', () => {
    const directory = theResource(template, FUNCTION, 'UsageDirectory').id;
    expect(propertiesOf(template, 'AWS::Events::Rule', 'UsageDirectory').Targets)
      .toEqual([expect.objectContaining({ Arn: { 'Fn::GetAtt': [directory, 'Arn'] }, RetryPolicy: { MaximumRetryAttempts: 0 } })]);
  });

  test.each<[string, ApiUsageAnalyticsProps['directoryRefreshInterval']]>([
    ['Duration.minutes(0)', Duration.minutes(0)],
    ['Duration.seconds(90)', Duration.seconds(90)],
    ['Duration.minutes(1441)', Duration.minutes(1441)],
    ['a token', Duration.minutes(Lazy.number({ produce: () => 5 }))],
  ])('%s is refused', (got, directoryRefreshInterval) => {
    expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { directoryRefreshInterval })).toThrow('[Stack/Usage] directoryRefreshInterval must be a whole number '
      + `of minutes from 1 to 1440, got ${got}. Each run reads every usage plan.`);
  });
});
