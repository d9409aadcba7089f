import { Duration, Lazy, RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ApiUsageAnalytics, ManagedStorageOptions, UsageStorage } from '../../src';
import { newStack, pipeline } from '../support/app';
import { listOf, propertiesOf, Resource, theResource } from '../support/template';

const BUCKET = 'AWS::S3::Bucket';
const template = Template.fromStack(pipeline().stack);
const bucket = theResource(template, BUCKET);

/** The lifecycle rules with these options, by id. */
function rules(options: ManagedStorageOptions): Record<string, Resource> {
  const { stack } = pipeline({ storage: UsageStorage.managed(options) });
  const { LifecycleConfiguration: { Rules } } = propertiesOf(Template.fromStack(stack), BUCKET);
  return Object.fromEntries(listOf(Rules).map((rule) => [rule.Id, rule]));
}

test('is encrypted, private and retained when the stack is deleted', () => {
  expect(bucket.Properties.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }]);
  expect(bucket.Properties.PublicAccessBlockConfiguration)
    .toEqual({ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
  expect(bucket.Properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
});

test('requires TLS', () => {
  const [statement, ...others] = listOf(propertiesOf(template, 'AWS::S3::BucketPolicy').PolicyDocument.Statement);
  expect(statement).toMatchObject({ Effect: 'Deny', Action: 's3:*', Principal: { AWS: '*' }, Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  expect(others).toEqual([]);
});

test('by default requests never expire, errors expire after 14 days and results after 7', () => {
  expect(rules({})).toEqual({
    'requests-json': { Id: 'requests-json', Prefix: 'logs/', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
    'requests-parquet': { Id: 'requests-parquet', Prefix: 'logs-parquet/', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
    'errors': { Id: 'errors', Prefix: 'errors/', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, ExpirationInDays: 14 },
    'results': { Id: 'results', Prefix: 'athena-results/', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, ExpirationInDays: 7 },
  });
});

test('requests in the folders of both formats move to an archive that Athena reads, and expire', () => {
  const [archiveAfter, expireAfter, errorsExpireAfter] = [90, 365, 7].map((days) => Duration.days(days));
  const { errors, results, ...requests } = rules({ archiveAfter, expireAfter, errorsExpireAfter });
  expect(Object.keys(requests)).toEqual(['requests-json', 'requests-parquet']);
  for (const rule of Object.values(requests)) {
    expect(rule).toMatchObject({ ExpirationInDays: 365, Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }] });
  }
  expect(errors.ExpirationInDays).toBe(7);
  expect(results.ExpirationInDays).toBe(7);
});

test('the size from which files are archived is in the template, not a default of S3', () => {
  const { stack } = pipeline({ storage: UsageStorage.managed({ archiveAfter: Duration.days(90) }) });
  const { LifecycleConfiguration } = propertiesOf(Template.fromStack(stack), BUCKET);
  expect(LifecycleConfiguration.TransitionDefaultMinimumObjectSize).toBe('all_storage_classes_128K');
});

test('no rule touches the directory, which is written only when something changes', () => {
  const prefixes = Object.values(rules({ expireAfter: Duration.days(1) })).map(({ Prefix }) => Prefix);
  expect(prefixes).toEqual(['logs/', 'logs-parquet/', 'errors/', 'athena-results/']);
});

test.each<[ManagedStorageOptions, string]>([
  [{ expireAfter: Duration.days(0) }, 'expireAfter must be a whole number of days, at least one, got Duration.days(0)'],
  [{ expireAfter: Duration.hours(36) }, 'expireAfter must be a whole number of days, at least one, got Duration.hours(36)'],
  [{ archiveAfter: Duration.days(0) }, 'archiveAfter must be a whole number of days, at least one, got Duration.days(0)'],
  [{ errorsExpireAfter: Duration.minutes(5) }, 'errorsExpireAfter must be a whole number of days, at least one, got Duration.minutes(5)'],
  [{ expireAfter: Duration.days(Lazy.number({ produce: () => 5 })) }, 'expireAfter must be a whole number of days, at least one, got a token'],
  [{ expireAfter: Duration.days(30), archiveAfter: Duration.days(30) }, 'expireAfter must be longer than archiveAfter, got 30 days for expireAfter and 30 days for archiveAfter'],
  [{ autoDeleteObjects: true }, 'autoDeleteObjects needs removalPolicy: RemovalPolicy.DESTROY, got \'retain\''],
  [{ autoDeleteObjects: true, removalPolicy: RemovalPolicy.SNAPSHOT }, 'autoDeleteObjects needs removalPolicy: RemovalPolicy.DESTROY, got \'snapshot\''],
])('%j is refused', (options, message) => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { storage: UsageStorage.managed(options) })).toThrow(`[Stack/Usage] ${message}`);
});

describe('a bucket with autoDeleteObjects', () => {
  const { stack } = pipeline({ storage: UsageStorage.managed({ removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }) });
  const emptied = Template.fromStack(stack);

  test('is deleted with its stack', () => {
    expect(theResource(emptied, BUCKET).DeletionPolicy).toBe('Delete');
    expect(theResource(emptied, 'Custom::S3AutoDeleteObjects').Properties.BucketName).toEqual({ Ref: theResource(emptied, BUCKET).id });
  });

  // On deletion CloudFormation goes the other way round: who writes is gone before the bucket is emptied.
  test.each([
    ['the stream', 'AWS::KinesisFirehose::DeliveryStream', 'UsageStream'],
    ['the directory\'s function', 'AWS::Lambda::Function', 'UsageDirectory'],
    ['the directory\'s schedule', 'AWS::Events::Rule', 'UsageDirectory'],
  ])('is made before %s, with its policy, its notifications and its emptying', (_who, type, prefix) => {
    const parts = ['Custom::S3AutoDeleteObjects', 'AWS::S3::BucketPolicy', 'Custom::S3BucketNotifications', BUCKET].map((part) => theResource(emptied, part).id);
    expect(theResource(emptied, type, prefix).DependsOn).toEqual(expect.arrayContaining(parts));
  });
});
