import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, CallerAddress, RecordFormat, UsageStorage } from '../../src';
import { ACCOUNT, importedStage, newStack, REGION, restApi } from '../support/app';
import { Json, listOf, resourcesOf } from '../support/template';

/** A pipeline with every role that there is, on a bucket with a key. */
function withKey(stack: Stack, bucket: s3.IBucket): Template {
  const usage = new ApiUsageAnalytics(stack, 'Usage', {
    stages: [restApi(stack).deploymentStage, importedStage(stack)],
    storage: UsageStorage.bucket(bucket),
    callerAddress: CallerAddress.hashed(),
    format: RecordFormat.parquet(),
    previousFormat: RecordFormat.json(),
  });
  const analyst = new iam.Role(stack, 'Analyst', { assumedBy: new iam.AccountRootPrincipal() });
  usage.grantQuery(analyst);
  return Template.fromStack(stack);
}

/** Every statement of a role's policies that is about a KMS key. */
function keyStatements(template: Template): Json[] {
  const inline = Object.values(resourcesOf(template, 'AWS::IAM::Role')).flatMap(({ Properties }) => (Properties.Policies ?? []) as Json[]);
  const attached = Object.values(resourcesOf(template, 'AWS::IAM::Policy')).map(({ Properties }) => Properties as Json);
  return [...inline, ...attached].flatMap(({ PolicyDocument }) => listOf(PolicyDocument.Statement)).filter(({ Action }) => JSON.stringify(Action).includes('kms:'));
}

const stack = newStack();
const template = withKey(stack, new s3.Bucket(stack, 'Own', { encryptionKey: new kms.Key(stack, 'Key') }));

test('only Firehose, which documents its key, has a condition in its trust policy', () => {
  const trust = Object.entries(resourcesOf(template, 'AWS::IAM::Role')).filter(([id]) => id.startsWith('Usage'))
    .flatMap(([, { Properties }]) => listOf(Properties.AssumeRolePolicyDocument.Statement))
    .map(({ Principal, Condition }) => [Principal.Service, Condition] as const);
  expect(new Set(trust.map(([service]) => service))).toEqual(new Set(['firehose.amazonaws.com', 'glue.amazonaws.com', 'lambda.amazonaws.com']));
  for (const [service, condition] of trust) {
    expect([service, condition]).toEqual([service, service === 'firehose.amazonaws.com' ? { StringEquals: { 'sts:ExternalId': { Ref: 'AWS::AccountId' } } } : undefined]);
  }
});

test('every right on the key of a bucket is for S3 alone', () => {
  const statements = keyStatements(template);
  expect(statements.length).toBeGreaterThanOrEqual(5);
  for (const { Condition } of statements) {
    expect(Condition).toEqual({ StringEquals: { 'kms:ViaService': { 'Fn::Join': ['', ['s3.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] } } });
  }
});

test('the region is that of the bucket', () => {
  const here = new Stack(new App(), 'Here', { env: { account: ACCOUNT, region: REGION } });
  const bucket = s3.Bucket.fromBucketAttributes(here, 'There', {
    bucketName: 'there', region: 'us-west-2', encryptionKey: kms.Key.fromKeyArn(here, 'Key', `arn:aws:kms:us-west-2:${ACCOUNT}:key/a1b2`),
  });
  const conditions = keyStatements(withKey(here, bucket)).map(({ Condition }) => JSON.stringify(Condition));
  expect(new Set(conditions)).toEqual(new Set(['{"StringEquals":{"kms:ViaService":{"Fn::Join":["",["s3.us-west-2.",{"Ref":"AWS::URLSuffix"}]]}}}']));
});
