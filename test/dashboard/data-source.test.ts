import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { dashboardTemplate, OWNERS } from './dashboard';
import { ApiUsageAnalytics, UsageStorage } from '../../src';
import { newStack, restApi } from '../support/app';
import { readableStatement } from '../support/readable';
import { listOf, propertiesOf, theResource } from '../support/template';

const template = dashboardTemplate();
const statementsOf = (of: Template) => listOf(propertiesOf(of, 'AWS::IAM::Policy', 'UsageDashboard').PolicyDocument.Statement).map(readableStatement);

test('the role reads rows and tables and runs queries: no failed records, no snapshot, no other workgroup', () => {
  const bucket = `<${theResource(template, 'AWS::S3::Bucket').id}.Arn>`;
  const database = `<${theResource(template, 'AWS::Glue::Database').id}>`;
  const workgroup = `<${theResource(template, 'AWS::Athena::WorkGroup').id}>`;
  const [glue, athena] = ['glue', 'athena'].map((service) => `arn:<Partition>:${service}:<Region>:<AccountId>`);
  const directory = ['api_keys', 'usage_plans', 'apis', 'stages'].map((name) => `directory/${name}`);
  expect(statementsOf(template)).toEqual([
    'athena:StartQueryExecution athena:StopQueryExecution athena:GetQueryExecution athena:BatchGetQueryExecution athena:ListQueryExecutions '
      + `athena:GetQueryResults athena:GetQueryResultsStream athena:GetWorkGroup on ${athena}:workgroup/${workgroup}`,
    `athena:GetDataCatalog athena:GetDatabase athena:ListDatabases athena:GetTableMetadata athena:ListTableMetadata on ${athena}:datacatalog/AwsDataCatalog`,
    'glue:GetDatabase glue:GetTable glue:GetTables glue:GetPartition glue:GetPartitions glue:BatchGetPartition on '
      + `${glue}:catalog ${glue}:database/${database} ${glue}:table/${database}/*`,
    ...['logs', ...directory].map((folder) => `s3:GetObject on ${bucket}/${folder}/*`),
    ...['logs', ...directory, 'athena-results'].map((folder) => `s3:ListBucket on ${bucket} if {"StringLike":{"s3:prefix":["${folder}","${folder}/*"]}}`),
    `s3:GetObject s3:PutObject s3:AbortMultipartUpload s3:ListMultipartUploadParts on ${bucket}/athena-results/*`,
    `s3:GetBucketLocation on ${bucket}`,
  ]);
  expect(propertiesOf(template, 'AWS::IAM::Role', 'UsageDashboard').AssumeRolePolicyDocument.Statement).toEqual([
    { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'quicksight.amazonaws.com' } },
  ]);
});

test('the role uses the key of the bucket, by way of S3 alone', () => {
  const stack = newStack();
  const storage = UsageStorage.bucket(new s3.Bucket(stack, 'Own', { encryptionKey: new kms.Key(stack, 'Key') }), { prefix: 'usage' });
  new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage], storage, dashboard: { readers: [OWNERS] } });
  expect(statementsOf(Template.fromStack(stack)).filter((statement) => statement.startsWith('kms:'))).toEqual([
    expect.stringMatching(/^kms:Decrypt kms:GenerateDataKey on <Key.*> if .*kms:ViaService/),
  ]);
});

test('QuickSight tests the connection when all that it needs is there, and the data sets come after it', () => {
  const source = theResource(template, 'AWS::QuickSight::DataSource');
  const after = (type: string, prefix = '') => Object.keys(template.findResources(type)).filter((id) => id.startsWith(prefix));
  expect(source.DependsOn).toEqual(expect.arrayContaining([
    ...after('AWS::IAM::Policy', 'UsageDashboard'), ...after('AWS::Athena::WorkGroup'), ...after('AWS::Glue::Table'),
  ]));
  expect(source.Properties.DataSourceParameters.AthenaParameters).toEqual({
    WorkGroup: { Ref: theResource(template, 'AWS::Athena::WorkGroup').id }, RoleArn: { 'Fn::GetAtt': [after('AWS::IAM::Role', 'UsageDashboard')[0], 'Arn'] },
  });
  for (const { Properties } of Object.values(template.findResources('AWS::QuickSight::DataSet'))) {
    expect(JSON.stringify(Properties.PhysicalTableMap)).toContain(`{"Fn::GetAtt":["${source.id}","Arn"]}`);
  }
});

test('the crawler, which comes last, waits for the dashboard too, and nothing waits in a circle', () => {
  const crawler = theResource(template, 'AWS::Glue::Crawler');
  expect(crawler.DependsOn).toEqual(expect.arrayContaining([theResource(template, 'AWS::QuickSight::Dashboard').id]));
});
