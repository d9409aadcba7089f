import { Template } from 'aws-cdk-lib/assertions';
import { RecordFormat } from '../../src';
import { DIRECTORY_TABLES } from '../../src/directory/tables/tables';
import { COLUMNS } from '../../src/schema/columns';
import { KINDS } from '../../src/schema/kinds';
import { pipeline } from '../support/app';
import { readable } from '../support/readable';
import { listOf, propertiesOf, Resource, resourcesOf, theResource } from '../support/template';

const template = Template.fromStack(pipeline().stack);
const requests = propertiesOf(template, 'AWS::Glue::Table', 'UsageCatalogTable').TableInput;
const entries = Object.values(resourcesOf(template, 'AWS::Glue::Table'));
const tables = entries.filter(({ Properties }) => Properties.TableInput.TableType !== 'VIRTUAL_VIEW');
const tableNamed = (name: string): Resource => tables.map(({ Properties }) => Properties.TableInput).find(({ Name }) => Name === name);
const bucket = `s3://<${theResource(template, 'AWS::S3::Bucket').id}>`;

/** The types of the AWS Glue Data Catalog that Athena reads, as far as kinds use them. */
const GLUE_TYPES = ['string', 'bigint', 'double', 'boolean', 'timestamp'];

test('the table of requests has the columns of the table of columns, in its order, with their comments', () => {
  expect(requests.StorageDescriptor.Columns)
    .toEqual(COLUMNS.map(({ name, kind, comment }) => ({ Name: name, Type: KINDS[kind].glueType, Comment: comment })));
});

test('every type, comment and name is valid in Glue', () => {
  const columns = entries.flatMap(({ Properties }) => listOf(Properties.TableInput.StorageDescriptor.Columns));
  for (const { Name, Type, Comment } of columns) {
    expect(GLUE_TYPES).toContain(Type);
    expect(Name).toMatch(/^[a-z][a-z0-9_]{0,254}$/);
    expect(Comment.length).toBeLessThanOrEqual(255);
  }
});

test('it is partitioned by strings that are in the path and not in a column', () => {
  expect(listOf(requests.PartitionKeys).map(({ Name, Type }) => [Name, Type])).toEqual([['year', 'string'], ['month', 'string'], ['day', 'string'], ['hour', 'string']]);
  const columns: readonly string[] = COLUMNS.map(({ name }) => name);
  expect(columns).not.toEqual(expect.arrayContaining(['year']));
});

test('JSON is read by the OpenX SerDe, Parquet by its own', () => {
  const parquet = propertiesOf(Template.fromStack(pipeline({ format: RecordFormat.parquet() }).stack), 'AWS::Glue::Table', 'UsageCatalogTable').TableInput;
  expect(requests.StorageDescriptor.SerdeInfo.SerializationLibrary).toBe('org.openx.data.jsonserde.JsonSerDe');
  expect(requests.StorageDescriptor.InputFormat).toBe('org.apache.hadoop.mapred.TextInputFormat');
  expect(requests.StorageDescriptor.OutputFormat).toBe('org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat');
  expect(parquet.StorageDescriptor.SerdeInfo.SerializationLibrary).toBe('org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe');
  expect(parquet.StorageDescriptor.InputFormat).toBe('org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat');
  expect(parquet.StorageDescriptor.OutputFormat).toBe('org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat');
  expect([requests, parquet].map(({ Parameters }) => Parameters.classification)).toEqual(['json', 'parquet']);
  expect(parquet.StorageDescriptor.Columns).toEqual(requests.StorageDescriptor.Columns);
  expect(parquet.PartitionKeys).toEqual(requests.PartitionKeys);
});

test.each(DIRECTORY_TABLES.map((table) => [table.name, table] as const))('%s has a table over its one folder', (name, { columns, key }) => {
  const table = tableNamed(name);
  expect(table.StorageDescriptor.Columns)
    .toEqual(columns.map((column) => ({ Name: column.name, Type: KINDS[column.kind].glueType, Comment: column.comment })));
  expect(readable(table.StorageDescriptor.Location)).toBe(`${bucket}/directory/${name}/`);
  expect(key).toMatch(new RegExp(`^${name}/[^/]+$`));
  expect(table.StorageDescriptor.SerdeInfo.SerializationLibrary).toBe('org.openx.data.jsonserde.JsonSerDe');
  expect(table.PartitionKeys).toBeUndefined();
});

test('the directory has four tables', () => {
  expect(tables.map(({ Properties }) => Properties.TableInput.Name)).toEqual(['logs', 'api_keys', 'usage_plans', 'apis', 'stages']);
});

test('every table is external, in the one database of the account, with parameters that are strings', () => {
  const database = theResource(template, 'AWS::Glue::Database').id;
  for (const { Properties: { CatalogId, DatabaseName, TableInput } } of tables) {
    expect(CatalogId).toEqual({ Ref: 'AWS::AccountId' });
    expect(DatabaseName).toEqual({ Ref: database });
    expect(TableInput.TableType).toBe('EXTERNAL_TABLE');
    expect(TableInput.Parameters.EXTERNAL).toBe('TRUE');
    const values: unknown[] = Object.values({ ...TableInput.Parameters, ...TableInput.StorageDescriptor.SerdeInfo.Parameters });
    expect(values.every((value) => typeof value === 'string')).toBe(true);
  }
});

test('requests lie beneath logs/', () => {
  expect(readable(requests.StorageDescriptor.Location)).toBe(`${bucket}/logs/`);
});

test('with the default of Lake Formation, IAM alone decides who may read', () => {
  expect(propertiesOf(template, 'AWS::Glue::Database').DatabaseInput.CreateTableDefaultPermissions)
    .toEqual([{ Permissions: ['ALL'], Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' } }]);
});
