import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AccessLogColumn, ApiUsageAnalytics, ApiUsageAnalyticsProps, RecordFormat, UsageCatalog, UsageStorage } from '../../../src';
import { REGISTRATION_ENVIRONMENT } from '../../../src/catalog/registration/environment';
import { newStack, pipeline } from '../../support/app';
import { environmentOf, rightsOf } from '../../support/readable';
import { propertiesOf, resourcesOf, theResource } from '../../support/template';

const RESOURCE = 'Custom::GluePartitions';
const [json, parquet] = [RecordFormat.json(), RecordFormat.parquet()];
const templateOf = (props: ApiUsageAnalyticsProps = {}) => Template.fromStack(pipeline(props).stack);
const template = templateOf();
const FUNCTION = 'UsageCatalogRegistrationFunction7B3C4A8D';

test('CloudFormation calls the function after the tables exist, and waits little longer than its timeout', () => {
  const { ServiceToken, ServiceTimeout } = propertiesOf(template, RESOURCE);
  // CloudFormation refuses a custom resource whose function changes, so the logical id of the function stays.
  expect(ServiceToken).toEqual({ 'Fn::GetAtt': [FUNCTION, 'Arn'] });
  expect(Number(ServiceTimeout)).toBeGreaterThan(propertiesOf(template, 'AWS::Lambda::Function', 'UsageCatalogRegistration').Timeout);
});

test('a schedule calls the function every hour without retries', () => {
  const { ScheduleExpression, State, Targets } = propertiesOf(template, 'AWS::Events::Rule', 'UsageCatalogRegistration');
  expect([ScheduleExpression, State]).toEqual(['rate(1 hour)', 'ENABLED']);
  expect(Targets).toEqual([expect.objectContaining({ Arn: { 'Fn::GetAtt': [FUNCTION, 'Arn'] }, RetryPolicy: { MaximumRetryAttempts: 0 } })]);
  expect(propertiesOf(template, 'AWS::Lambda::EventInvokeConfig', 'UsageCatalogRegistration').MaximumRetryAttempts).toBe(0);
});

const tenant = AccessLogColumn.text('tenant', '$context.authorizer.tenantId');
const inBucket = (prefix: string) => {
  const stack = newStack();
  const storage = UsageStorage.bucket(s3.Bucket.fromBucketName(stack, 'Own', 'own'), { prefix });
  new ApiUsageAnalytics(stack, 'Usage', { storage });
  return Template.fromStack(stack);
};

test.each<[string, Template, Template]>([
  ['a column is added', template, templateOf({ extraColumns: [tenant] })],
  ['a column is omitted', template, templateOf({ omitColumns: ['path'] })],
  ['a column has another type', templateOf({ extraColumns: [tenant] }), templateOf({ extraColumns: [AccessLogColumn.integer('tenant', '$context.authorizer.tenantId')] })],
  ['the format changes', template, templateOf({ format: parquet })],
  ['a previous format is declared', templateOf({ format: parquet }), templateOf({ format: parquet, previousFormat: json })],
  ['the prefix changes', inBucket('one'), inBucket('another')],
  ['the table is replaced', template, templateOf({ tableName: 'calls' })],
  ['the database is replaced', template, templateOf({ databaseName: 'usage' })],
])('CloudFormation calls the function again when %s', (_, before, after) => {
  // A new name replaces the database, so that references to it have another value.
  const withNames = (of: Template) => {
    const { id, Properties } = theResource(of, 'AWS::Glue::Database');
    return JSON.stringify(propertiesOf(of, RESOURCE)).replaceAll(JSON.stringify({ Ref: id }), Properties.DatabaseName);
  };
  expect(withNames(after)).not.toEqual(withNames(before));
});

test('the environment of the function has the options of the construct', () => {
  const database = theResource(template, 'AWS::Glue::Database').id;
  const environment = (of: Template) => REGISTRATION_ENVIRONMENT.fromEnvironment(environmentOf(of, 'UsageCatalogRegistration'));
  expect(environment(template)).toEqual({
    deliveryStreamName: pipeline().usage.stream.deliveryStreamName,
    databaseName: `<${database}>`,
    tableName: `<${theResource(template, 'AWS::Glue::Table', 'UsageCatalogTable').id}>`,
    location: `s3://<${theResource(template, 'AWS::S3::Bucket').id}>/logs/`,
    previousTableName: '',
    expireAfterDays: 0,
  });
  const changed = templateOf({ format: parquet, previousFormat: json, storage: UsageStorage.managed({ expireAfter: Duration.days(30) }) });
  expect(environment(changed)).toMatchObject({ previousTableName: `<${theResource(changed, 'AWS::Glue::Table', 'UsageCatalogTablelogs').id}>`, expireAfterDays: 30 });
});

describe('its role', () => {
  const ACTIONS = 'glue:GetTable glue:GetPartitions glue:BatchCreatePartition glue:BatchUpdatePartition glue:BatchDeletePartition';
  const GLUE = 'arn:<Partition>:glue:<Region>:<AccountId>';

  /** What it may do with these tables of requests. */
  function rights(of: Template, name: string): Record<string, string[]> {
    const [database, table] = [theResource(of, 'AWS::Glue::Database').id, theResource(of, 'AWS::Glue::Table', name === 'logs' ? 'UsageCatalogTable7C' : `UsageCatalogTable${name}`).id];
    const tables = [`<${table}>`, `${name}_json`, `${name}_parquet`].map((each) => `${GLUE}:table/<${database}>/${each}`);
    return {
      Logs: [`logs:CreateLogStream logs:PutLogEvents on <${theResource(of, 'AWS::Logs::LogGroup', 'UsageCatalogRegistration').id}.Arn>`],
      Access: [`${ACTIONS} on ${GLUE}:catalog ${GLUE}:database/<${database}> ${tables.join(' ')}`],
    };
  }

  test('may change only the tables of requests, and read no file', () => {
    expect(rightsOf(template, 'UsageCatalogRegistrationRole')).toEqual(rights(template, 'logs'));
    const renamed = templateOf({ tableName: 'calls' });
    expect(rightsOf(renamed, 'UsageCatalogRegistrationRole')).toEqual(rights(renamed, 'calls'));
  });

  test('does not change with the format, because a change of rights takes time', () => {
    const roleOf = (props: ApiUsageAnalyticsProps) => theResource(templateOf(props), 'AWS::IAM::Role', 'UsageCatalogRegistration');
    expect(roleOf({ format: parquet, previousFormat: json })).toEqual(roleOf({}));
  });
});

test('a projected table has no such function', () => {
  const projected = templateOf({ catalog: UsageCatalog.projected() });
  expect(Object.keys(resourcesOf(projected, RESOURCE))).toEqual([]);
  expect(Object.keys(resourcesOf(projected, 'AWS::Lambda::Function')).filter((id) => id.includes('Registration'))).toEqual([]);
});

test('each of two pipelines in a stack has its own function', () => {
  const stack = new Stack();
  for (const id of ['One', 'Two']) new ApiUsageAnalytics(stack, id);
  expect(Object.values(resourcesOf(Template.fromStack(stack), RESOURCE)).map(({ Properties }) => Properties.ServiceToken['Fn::GetAtt'][0].slice(0, 3))).toEqual(['One', 'Two']);
});
