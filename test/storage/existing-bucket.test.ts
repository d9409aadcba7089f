import { App, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, UsageCatalog, UsageStorage } from '../../src';
import { newStack, restApi } from '../support/app';
import { readable } from '../support/readable';
import { listOf, propertiesOf, resourcesOf, theResource, warningsOf } from '../support/template';

const catalog = UsageCatalog.projected();
const use = (stack: Stack, bucket: s3.IBucket, prefix?: string, id = 'Usage') =>
  new ApiUsageAnalytics(stack, id, { stages: [restApi(stack, `${id}Api`).deploymentStage], storage: UsageStorage.bucket(bucket, { prefix }), catalog });

const expiring = (template: Template) => listOf(propertiesOf(template, 'AWS::S3::Bucket').LifecycleConfiguration.Rules);
const denials = (template: Template) => listOf(propertiesOf(template, 'AWS::S3::BucketPolicy').PolicyDocument.Statement);

describe('a bucket of the app', () => {
  const stack = newStack();
  const usage = use(stack, new s3.Bucket(stack, 'Own'), 'team/usage');
  const template = Template.fromStack(stack);

  test('has all files, below the prefix', () => {
    expect(theResource(template, 'AWS::S3::Bucket').id).toMatch(/^Own/);
    const { Prefix, ErrorOutputPrefix } = propertiesOf(template, 'AWS::KinesisFirehose::DeliveryStream').ExtendedS3DestinationConfiguration;
    expect(Prefix).toMatch(/^team\/usage\/logs\/year=/);
    expect(ErrorOutputPrefix).toMatch(/^team\/usage\/errors\/!\{firehose:error-output-type\}\//);
    const locations = Object.values(resourcesOf(template, 'AWS::Glue::Table')).filter(({ Properties }) => Properties.TableInput.TableType === 'EXTERNAL_TABLE')
      .map(({ Properties }) => readable(Properties.TableInput.StorageDescriptor.Location));
    const bucket = `s3://<${theResource(template, 'AWS::S3::Bucket').id}>/team/usage`;
    expect(locations).toEqual(['logs', 'directory/api_keys', 'directory/usage_plans', 'directory/apis', 'directory/stages'].map((folder) => `${bucket}/${folder}/`));
    expect(usage.bucket).toBe(stack.node.findChild('Own'));
  });

  test('gets the missing lifecycle rules, without a warning', () => {
    expect(expiring(template)).toEqual([
      expect.objectContaining({ Prefix: 'team/usage/logs/', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
      expect.objectContaining({ Prefix: 'team/usage/logs-parquet/', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
      expect.objectContaining({ Prefix: 'team/usage/errors/', ExpirationInDays: 14, Status: 'Enabled' }),
      expect.objectContaining({ Prefix: 'team/usage/athena-results/', ExpirationInDays: 7, Status: 'Enabled' }),
    ]);
    expect(expiring(template)[0].ExpirationInDays).toBeUndefined();
    expect(denials(template)).toEqual([expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is used by the stream, which is deleted before the bucket', () => {
    expect(theResource(template, 'AWS::KinesisFirehose::DeliveryStream').DependsOn).toContain(theResource(template, 'AWS::S3::BucketPolicy').id);
  });

  test('keeps its notifications unchanged, even with a crawler', () => {
    const crawled = newStack();
    new ApiUsageAnalytics(crawled, 'Usage', { storage: UsageStorage.bucket(new s3.Bucket(crawled, 'Own')) });
    expect(resourcesOf(Template.fromStack(crawled), 'Custom::S3BucketNotifications')).toEqual({});
  });
});

test('a bucket that already requires TLS gets no second statement', () => {
  const stack = newStack();
  use(stack, new s3.Bucket(stack, 'Own', { enforceSSL: true }));
  expect(denials(Template.fromStack(stack))).toHaveLength(1);
});

test('two prefixes of one bucket have separate rules', () => {
  const stack = newStack();
  const own = new s3.Bucket(stack, 'Own');
  use(stack, own, 'a');
  use(stack, own, 'b', 'Second');
  const ids = expiring(Template.fromStack(stack)).map(({ Id }) => Id);
  expect(new Set(ids).size).toBe(8);
});

test('a bucket of another stack gets its rules there, and the pipeline depends on that stack', () => {
  const app = new App();
  const [buckets, stack] = ['Buckets', 'Stack'].map((id) => new Stack(app, id));
  use(stack, new s3.Bucket(buckets, 'Own'));
  const template = Template.fromStack(buckets);
  expect(expiring(template).map(({ Prefix }) => Prefix)).toEqual(['logs/', 'logs-parquet/', 'errors/', 'athena-results/']);
  expect(denials(template)).toHaveLength(1);
  expect(stack.dependencies).toEqual([buckets]);
  // Newer versions of CDK have something of their own to say about references between stacks.
  expect(warningsOf(stack).filter((warning) => warning.includes('UsageStorage'))).toEqual([]);
});

test('an imported bucket cannot be changed: a warning names the rules to add', () => {
  const stack = newStack();
  use(stack, s3.Bucket.fromBucketName(stack, 'Theirs', 'their-bucket'), 'usage');
  expect(warningsOf(stack)).toEqual(['This app cannot change the bucket of UsageStorage.bucket(...). In the app or template that creates the bucket, add: a lifecycle rule that '
    + 'expires \'usage/errors/\' (raw records that failed) after 14 days, one that expires \'usage/athena-results/\' (query results) after 7 days, '
    + 'and one that aborts incomplete multipart uploads below \'usage/logs/\' and \'usage/logs-parquet/\'; a bucket policy statement that denies s3:* where aws:SecureTransport is false.']);
});

test.each(['/usage', 'usage//../x y', 'a!{timestamp:yyyy}', 'ümlaut', 'x'.repeat(301)])('the prefix %s is refused', (prefix) => {
  const stack = newStack();
  expect(() => use(stack, new s3.Bucket(stack, 'Own'), prefix)).toThrow('[Stack/Usage] prefix must be at most 300 letters, digits and !-_.*\'()/= and not begin '
    + `with a slash, got '${prefix}'.`);
});

test('a prefix that is known only at deployment is refused', () => {
  const stack = newStack();
  expect(() => use(stack, new s3.Bucket(stack, 'Own'), Token.asString({ Ref: 'P' }))).toThrow('[Stack/Usage] prefix must be a literal, got a token');
});
