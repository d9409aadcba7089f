import { Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ApiUsageAnalytics } from '../../src';
import { newStack, pipeline } from '../support/app';
import { propertiesOf, resourcesOf } from '../support/template';

test('names are the owner\'s to choose', () => {
  const template = Template.fromStack(pipeline({ databaseName: 'usage_2026', tableName: 'requests' }).stack);
  expect(propertiesOf(template, 'AWS::Glue::Database').DatabaseInput.Name).toBe('usage_2026');
  expect(propertiesOf(template, 'AWS::Glue::Table', 'UsageCatalogTable').TableInput.Name).toBe('requests');
});

test('a name made from a path is one that Athena takes', () => {
  const stack = newStack('Orders-Api-Prod');
  new ApiUsageAnalytics(stack, 'Usage.of Ümlaut', {});
  const [{ Properties }] = Object.values(resourcesOf(Template.fromStack(stack), 'AWS::Glue::Database'));
  expect(Properties.DatabaseInput.Name).toMatch(/^[a-z][a-z0-9_]{1,254}$/);
});

describe.each(['databaseName', 'tableName'] as const)('%s', (prop) => {
  const create = (name: string) => new ApiUsageAnalytics(newStack(), 'Usage', { [prop]: name });

  test.each(['', 'Usage', 'api-usage', 'api usage', 'ümlaut', 'a.b', 'x'.repeat(256)])('\'%s\' is refused', (name) => {
    expect(() => create(name)).toThrow(`[Stack/Usage] ${prop} must be 1 to 255 lower-case letters, digits and underscores, because Athena takes no other, `
      + `got '${name}'.`);
  });

  test('a token is refused', () => {
    expect(() => create(Token.asString({ Ref: 'Name' }))).toThrow(`[Stack/Usage] ${prop} must be a literal, got a token`);
  });

  test('the longest name is taken', () => {
    expect(() => create('x'.repeat(255))).not.toThrow();
  });
});

test.each(['api_keys', 'usage_plans', 'apis', 'stages'])('a table name that the directory has is refused: %s', (tableName) => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { tableName }))
    .toThrow(`[Stack/Usage] tableName must not be one of api_keys, usage_plans, apis, stages: those are tables of the directory, got '${tableName}'.`);
});
