import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, RecordFormat, UsageCatalog, UsageStorage } from '../../src';
import { newStack, pipeline } from '../support/app';
import { readable, readableStatement } from '../support/readable';
import { Json, listOf, propertiesOf, resourcesOf, theResource } from '../support/template';

const [json, parquet] = [RecordFormat.json(), RecordFormat.parquet()];

/** The tables of requests by name, whatever their logical ids. */
function requestTables(props: ApiUsageAnalyticsProps): Record<string, Json> {
  const tables = Object.values(resourcesOf(Template.fromStack(pipeline(props).stack), 'AWS::Glue::Table')).map(({ Properties }) => Properties.TableInput);
  return Object.fromEntries(tables.filter(({ PartitionKeys }) => PartitionKeys).map((table) => [table.Name, table]));
}

const shapeOf = ({ StorageDescriptor: { Location, SerdeInfo, InputFormat, OutputFormat }, Parameters }: Json) =>
  ({ folder: readable(Location).split('/').slice(3).join('/'), SerdeInfo, InputFormat, OutputFormat, classification: Parameters.classification });

describe.each([
  ['JSON to Parquet', json, parquet, 'logs_json'],
  ['Parquet to JSON', parquet, json, 'logs_parquet'],
])('after a change from %s', (_change, before, after, previousName) => {
  const old = requestTables({ format: before });
  const tables = requestTables({ format: after, previousFormat: before });

  test('a second table reads the old files as the table read them before', () => {
    expect(Object.keys(tables).sort()).toEqual(['logs', previousName].sort());
    expect(shapeOf(tables[previousName])).toEqual(shapeOf(old.logs));
    expect(shapeOf(tables.logs)).toEqual(shapeOf(requestTables({ format: after }).logs));
    expect(shapeOf(tables.logs).folder).not.toBe(shapeOf(old.logs).folder);
  });

  test('both tables have the same columns and partitions', () => {
    expect(tables[previousName].StorageDescriptor.Columns).toEqual(tables.logs.StorageDescriptor.Columns);
    expect(tables[previousName].PartitionKeys).toEqual(tables.logs.PartitionKeys);
  });

  test('both tables are projected, or neither', () => {
    const projected = requestTables({ format: after, previousFormat: before, catalog: UsageCatalog.projected() });
    const projection = ({ Parameters: { classification, ...others } }: Json) => others as unknown;
    expect(projection(projected[previousName])).toEqual(projection(projected.logs));
    expect(projection(projected.logs)).toMatchObject({ 'projection.enabled': 'true' });
    expect(projection(tables[previousName])).toEqual({ EXTERNAL: 'TRUE' });
  });
});

test('the table keeps its logical id when the format changes, and is updated in place', () => {
  const ids = [{ format: json }, { format: parquet, previousFormat: json }, { format: json, previousFormat: parquet }]
    .map((props) => Object.entries(resourcesOf(Template.fromStack(pipeline(props).stack), 'AWS::Glue::Table'))
      .find(([, { Properties }]) => Properties.TableInput.Name === 'logs')![0]);
  expect(new Set(ids).size).toBe(1);
});

test('the previous tables of two formats are two resources, because Glue cannot rename a table', () => {
  const ids = [{ format: parquet, previousFormat: json }, { format: json, previousFormat: parquet }]
    .map((props) => Object.keys(resourcesOf(Template.fromStack(pipeline(props).stack), 'AWS::Glue::Table')));
  const own = ids.map((each, index) => each.filter((id) => !ids[1 - index].includes(id)));
  // Another id for the same name would be created while the old table still has the name.
  expect(own).toEqual([['UsageCatalogTablelogsjsonD62D7A6B'], ['UsageCatalogTablelogsparquet978D5034']]);
});

test('the handle and the output name the second table', () => {
  const { stack, usage } = pipeline({ format: parquet, previousFormat: json });
  const [, output] = Object.entries(Template.fromStack(stack).findOutputs('*')).find(([id]) => id.startsWith('UsagePreviousTableName'))!;
  expect(output.Value).toEqual({ Ref: stack.getLogicalId(usage.previousTable!) });
  expect(pipeline().usage.previousTable).toBeUndefined();
});

test('with a prefix, both folders lie below it', () => {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage', {
    storage: UsageStorage.bucket(new s3.Bucket(stack, 'Own'), { prefix: 'team' }), catalog: UsageCatalog.projected(), format: parquet, previousFormat: json,
  });
  const locations = Object.values(resourcesOf(Template.fromStack(stack), 'AWS::Glue::Table')).map(({ Properties }) => readable(Properties.TableInput.StorageDescriptor.Location));
  expect(locations.map((location) => location.replace(/^s3:\/\/<\w+>/, '')).slice(0, 2)).toEqual(['/team/logs-parquet/', '/team/logs/']);
});

test('readers may read both folders, and the crawler changes only the current table', () => {
  const { stack, usage } = pipeline({ format: parquet, previousFormat: json });
  usage.grantRead(new iam.Role(stack, 'Readers', { assumedBy: new iam.AccountRootPrincipal() }));
  const template = Template.fromStack(stack);
  const objects = listOf(propertiesOf(template, 'AWS::IAM::Policy', 'Readers').PolicyDocument.Statement).map(readableStatement)
    .filter((statement) => statement.startsWith('s3:GetObject')).map((statement) => statement.replace(/.*Arn>/, ''));
  expect(objects).toEqual(['/logs-parquet/*', '/logs/*', '/directory/*']);

  const { Targets, Role } = propertiesOf(template, 'AWS::Glue::Crawler');
  expect(Targets.CatalogTargets).toEqual([expect.objectContaining({ Tables: [{ Ref: stack.getLogicalId(usage.table) }] })]);
  const role = resourcesOf(template, 'AWS::IAM::Role')[Role['Fn::GetAtt'][0] as string];
  expect(JSON.stringify(role)).toContain('/logs-parquet/*');
  expect(JSON.stringify(role)).not.toContain('/logs/*');
  const [{ Filter }] = listOf(theResource(template, 'Custom::S3BucketNotifications').Properties.NotificationConfiguration.QueueConfigurations);
  expect(Filter.Key.FilterRules).toEqual([{ Name: 'prefix', Value: 'logs-parquet/' }]);
});

test.each([['json', json], ['parquet', parquet]])('the same format twice is refused: %s', (name, format) => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { format, previousFormat: name === 'json' ? RecordFormat.json() : RecordFormat.parquet() }))
    .toThrow(`[Stack/Usage] previousFormat must differ from format, got RecordFormat.${name}() for both.`);
});

test('previousFormat: json() alone is refused, because JSON is the default format', () => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { previousFormat: json })).toThrow('previousFormat must differ from format');
});

test('a table name that is too long with the suffix is refused', () => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { tableName: 'x'.repeat(250), format: parquet, previousFormat: json })).not.toThrow();
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { tableName: 'x'.repeat(251), format: parquet, previousFormat: json }))
    .toThrow('[Stack/Usage] tableName with the suffix for previousFormat must be 1 to 255');
});
