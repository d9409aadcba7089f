import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, UsageStorage } from '../../src';
import { pipeline } from '../support/app';
import { readableStatement } from '../support/readable';
import { listOf, propertiesOf, theResource } from '../support/template';

const statementsOf = (template: Template) => listOf(propertiesOf(template, 'AWS::IAM::Policy', 'Readers').PolicyDocument.Statement).map(readableStatement);
const readers = (stack: Stack) => new iam.Role(stack, 'Readers', { assumedBy: new iam.AccountRootPrincipal() });

test('reads requests, the directory and every table of the database, but not the errors folder or another bucket or database', () => {
  const { stack, usage } = pipeline();
  const grant = usage.grantRead(readers(stack));
  const template = Template.fromStack(stack);
  const bucket = `<${theResource(template, 'AWS::S3::Bucket').id}.Arn>`;
  const database = `<${theResource(template, 'AWS::Glue::Database').id}>`;
  const glue = 'arn:<Partition>:glue:<Region>:<AccountId>';
  expect(statementsOf(template)).toEqual([
    `s3:GetObject on ${bucket}/logs/*`,
    `s3:GetObject on ${bucket}/directory/*`,
    `s3:ListBucket on ${bucket} if {"StringLike":{"s3:prefix":["logs","logs/*"]}}`,
    `s3:ListBucket on ${bucket} if {"StringLike":{"s3:prefix":["directory","directory/*"]}}`,
    `s3:GetBucketLocation on ${bucket}`,
    'glue:GetDatabase glue:GetTable glue:GetTables glue:GetPartition glue:GetPartitions glue:BatchGetPartition on '
      + `${glue}:catalog ${glue}:database/${database} ${glue}:table/${database}/*`,
  ]);
  expect(grant.success).toBe(true);
});

test('includes the key of the bucket, also from another stack', () => {
  const app = new App();
  const [stack, other] = ['Stack', 'Readers'].map((id) => new Stack(app, id));
  const storage = UsageStorage.bucket(new s3.Bucket(stack, 'Own', { encryptionKey: new kms.Key(stack, 'Key') }));
  new ApiUsageAnalytics(stack, 'Usage', { storage }).grantRead(readers(other));
  const statements = statementsOf(Template.fromStack(other));
  expect(statements.filter((statement) => statement.startsWith('kms:'))).toEqual([expect.stringMatching(/^kms:Decrypt on .*Key/)]);
  expect(other.dependencies).toEqual([stack]);
});

test('accepts any grantee, such as an imported role', () => {
  const { stack, usage } = pipeline();
  const imported = iam.Role.fromRoleArn(stack, 'Theirs', 'arn:aws:iam::111122223333:role/readers');
  expect(usage.grantRead(imported).success).toBe(true);
});
