import { Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ApiUsageAnalytics, RecordFormat } from '../../src';
import { newStack, pipeline } from '../support/app';
import { propertiesOf, resourcesOf, theResource } from '../support/template';

test('the names are those of the props', () => {
  const template = Template.fromStack(pipeline({ databaseName: 'usage_2026', tableName: 'calls' }).stack);
  expect(propertiesOf(template, 'AWS::Glue::Database').DatabaseInput.Name).toBe('usage_2026');
  expect(propertiesOf(template, 'AWS::Glue::Table', 'UsageCatalogTable').TableInput.Name).toBe('calls');
});

test('a name made from a path is valid in Athena', () => {
  const stack = newStack('Orders-Api-Prod');
  new ApiUsageAnalytics(stack, 'Usage.of Ümlaut', {});
  const [{ Properties }] = Object.values(resourcesOf(Template.fromStack(stack), 'AWS::Glue::Database'));
  expect(Properties.DatabaseInput.Name).toMatch(/^[a-z][a-z0-9_]{1,254}$/);
});

describe.each(['databaseName', 'tableName'] as const)('%s', (prop) => {
  const create = (name: string) => new ApiUsageAnalytics(newStack(), 'Usage', { [prop]: name });

  test.each(['', 'Usage', 'api-usage', 'api usage', 'ümlaut', 'a.b', 'x'.repeat(256)])('\'%s\' is refused', (name) => {
    expect(() => create(name)).toThrow(`[Stack/Usage] ${prop} must be 1 to 255 lower-case letters, digits and underscores, because Athena accepts no others, `
      + `got '${name}'.`);
  });

  test('a token is refused', () => {
    expect(() => create(Token.asString({ Ref: 'Name' }))).toThrow(`[Stack/Usage] ${prop} must be a literal, got a token`);
  });

  test('the longest allowed name is accepted', () => {
    expect(() => create('x'.repeat(255))).not.toThrow();
  });
});

test.each(['api_keys', 'usage_plans', 'apis', 'stages'])('a table name that the directory has is refused: %s', (tableName) => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { tableName }))
    .toThrow(`[Stack/Usage] tableName must not be one of api_keys, usage_plans, apis, stages: those are tables of the directory, got '${tableName}'.`);
});

// Glue can rename neither a database nor a table, so CloudFormation must make another one.
describe('a new name is a new resource', () => {
  const defaults = Template.fromStack(pipeline().stack);
  const [database, table] = ['AWS::Glue::Database', 'AWS::Glue::Table'];
  const requestTable = (template: Template) => theResource(template, table, 'UsageCatalogTable');

  test('for the database, because its name is a create-only property', () => {
    const template = Template.fromStack(pipeline({ databaseName: 'usage_2026' }).stack);
    const { id, Properties: { DatabaseName, DatabaseInput } } = theResource(template, database);
    expect([DatabaseName, DatabaseInput.Name]).toEqual(['usage_2026', 'usage_2026']);
    expect(id).toBe(theResource(defaults, database).id);
    // The tables follow: their property DatabaseName is one that only creation takes, too.
    for (const { Properties } of Object.values(resourcesOf(template, table))) expect(Properties.DatabaseName).toEqual({ Ref: id });
  });

  test('for the table, because it has another logical id', () => {
    const ids = ['calls', 'calls_2', 'calls2'].map((tableName) => requestTable(Template.fromStack(pipeline({ tableName }).stack)).id);
    expect(new Set([requestTable(defaults).id, ...ids]).size).toBe(4);
  });

  test('the default name, given or not, has one logical id', () => {
    expect(requestTable(Template.fromStack(pipeline({ tableName: 'logs' }).stack)).id).toBe(requestTable(defaults).id);
  });

  test('every reference to the table names the new table', () => {
    const { stack } = pipeline({ tableName: 'calls', format: RecordFormat.parquet() });
    const template = Template.fromStack(stack);
    const ref = { Ref: requestTable(template).id };
    expect(propertiesOf(template, 'AWS::Glue::Crawler').Targets.CatalogTargets[0].Tables).toEqual([ref]);
    expect(propertiesOf(template, 'AWS::KinesisFirehose::DeliveryStream').ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.SchemaConfiguration.TableName).toEqual(ref);
  });
});
