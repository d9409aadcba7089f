import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, RecordFormat, UsageStorage } from '../../src';
import { newStack, pipeline } from '../support/app';
import { rightsOf, VIA_S3 } from '../support/readable';
import { propertiesOf, theResource } from '../support/template';

const template = Template.fromStack(pipeline().stack);
const bucket = `<${theResource(template, 'AWS::S3::Bucket').id}.Arn>`;
const enrichment = `<${theResource(template, 'AWS::Lambda::Function', 'UsageEnrichment').id}.Arn>`;
const logGroup = `<${theResource(template, 'AWS::Logs::LogGroup', 'UsageStream').id}>`;
const logStream = `<${theResource(template, 'AWS::Logs::LogStream').id}>`;

const writing = (...folders: string[]) =>
  `s3:PutObject s3:AbortMultipartUpload on ${[...folders, 'errors'].map((folder) => `${bucket}/${folder}/*`).join(' ')}`;

const RIGHTS = {
  Files: [
    writing('logs'),
    `s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads on ${bucket}`,
  ],
  Enrichment: [`lambda:InvokeFunction on ${enrichment} ${enrichment}:$LATEST`],
  Logs: [`logs:PutLogEvents on arn:<Partition>:logs:<Region>:<AccountId>:log-group:${logGroup}:log-stream:${logStream}`],
};

test('the stream writes requests and errors, calls its processor and writes to its log stream, and nothing else', () => {
  expect(rightsOf(template, 'UsageStreamRole')).toEqual(RIGHTS);
});

test('only Firehose may assume the role, for streams of this account', () => {
  const { Statement: [statement, ...others] } = propertiesOf(template, 'AWS::IAM::Role', 'UsageStream').AssumeRolePolicyDocument;
  expect(statement.Principal).toEqual({ Service: 'firehose.amazonaws.com' });
  expect(statement.Condition).toEqual({ StringEquals: { 'sts:ExternalId': { Ref: 'AWS::AccountId' } } });
  expect(others).toEqual([]);
});

test('for Parquet it may also read the schema of the one table', () => {
  const converted = Template.fromStack(pipeline({ format: RecordFormat.parquet() }).stack);
  const database = `<${theResource(converted, 'AWS::Glue::Database').id}>`;
  const table = `<${theResource(converted, 'AWS::Glue::Table', 'UsageCatalogTable').id}>`;
  const arn = 'arn:<Partition>:glue:<Region>:<AccountId>';
  const schema = [`glue:GetTable glue:GetTableVersion glue:GetTableVersions on ${arn}:catalog ${arn}:database/${database} ${arn}:table/${database}/${table}`];
  expect(rightsOf(converted, 'UsageStreamRole')).toEqual({ ...RIGHTS, Files: [writing('logs-parquet'), RIGHTS.Files[1]], Schema: schema });
});

// A deployment updates the role before the stream, which writes in the previous format until it is updated.
test.each([
  ['to Parquet', RecordFormat.parquet(), RecordFormat.json(), ['logs-parquet', 'logs']],
  ['to JSON', RecordFormat.json(), RecordFormat.parquet(), ['logs', 'logs-parquet']],
])('in a change %s it keeps the rights for the previous format', (_change, format, previousFormat, folders) => {
  const rights = rightsOf(Template.fromStack(pipeline({ format, previousFormat }).stack), 'UsageStreamRole');
  expect(rights.Files[0]).toBe(writing(...folders));
  expect(rights.Schema).toHaveLength(1);
});

test('uses the key of a bucket, only for objects below the prefix', () => {
  const stack = newStack();
  const own = new s3.Bucket(stack, 'Own', { encryptionKey: new kms.Key(stack, 'Key') });
  new ApiUsageAnalytics(stack, 'Usage', { storage: UsageStorage.bucket(own, { prefix: 'usage' }) });
  const encrypted = Template.fromStack(stack);
  const [arn, key] = [theResource(encrypted, 'AWS::S3::Bucket').id, theResource(encrypted, 'AWS::KMS::Key').id].map((id) => `<${id}.Arn>`);
  expect(rightsOf(encrypted, 'UsageStreamRole').Files).toEqual([
    `s3:PutObject s3:AbortMultipartUpload on ${arn}/usage/logs/* ${arn}/usage/errors/*`,
    `s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads on ${arn}`,
    `kms:Decrypt kms:GenerateDataKey on ${key}${VIA_S3}`,
  ]);
});
