import { Template } from 'aws-cdk-lib/assertions';
import { ApiUsageAnalytics, ProjectedCatalogOptions, UsageCatalog } from '../../src';
import { newStack, pipeline } from '../support/app';
import { propertiesOf, resourcesOf, warningsOf } from '../support/template';

const projected = (options?: ProjectedCatalogOptions) => pipeline({ catalog: UsageCatalog.projected(options) });
const parameters = (options?: ProjectedCatalogOptions) =>
  propertiesOf(Template.fromStack(projected(options).stack), 'AWS::Glue::Table', 'UsageCatalogTable').TableInput.Parameters;

test('every partition of five years is computed, with the digits that the path has', () => {
  expect(parameters()).toEqual({
    'EXTERNAL': 'TRUE',
    'classification': 'json',
    'projection.enabled': 'true',
    'projection.year.type': 'integer',
    'projection.year.range': '2026,2030',
    'projection.year.digits': '4',
    'projection.month.type': 'integer',
    'projection.month.range': '1,12',
    'projection.month.digits': '2',
    'projection.day.type': 'integer',
    'projection.day.range': '1,31',
    'projection.day.digits': '2',
    'projection.hour.type': 'integer',
    'projection.hour.range': '0,23',
    'projection.hour.digits': '2',
  });
});

test('exactly the partition keys are projected', () => {
  const keys = Object.keys(parameters()).flatMap((parameter) => /^projection\.(\w+)\.type$/.exec(parameter)?.[1] ?? []);
  const table = propertiesOf(Template.fromStack(projected().stack), 'AWS::Glue::Table', 'UsageCatalogTable').TableInput;
  expect(keys).toEqual((table.PartitionKeys as { Name: string }[]).map(({ Name }) => Name));
});

test('the years are options', () => {
  expect(parameters({ firstYear: 2024, lastYear: 2040 })['projection.year.range']).toBe('2024,2040');
});

test('no crawler runs', () => {
  const { stack, usage } = projected();
  const template = Template.fromStack(stack);
  expect(usage.crawler).toBeUndefined();
  expect(resourcesOf(template, 'AWS::Glue::Crawler')).toEqual({});
  expect(resourcesOf(template, 'AWS::SQS::Queue')).toEqual({});
  expect(resourcesOf(template, 'Custom::S3BucketNotifications')).toEqual({});
});

test.each<[ProjectedCatalogOptions, string]>([
  [{ firstYear: 26 }, 'firstYear must be a year of four digits, got 26.'],
  [{ firstYear: 2026.5 }, 'firstYear must be a year of four digits, got 2026.5.'],
  [{ lastYear: 20_350 }, 'lastYear must be a year of four digits, got 20350.'],
  [{ firstYear: 2036 }, 'firstYear must not be after lastYear, got 2036 and 2030.'],
  [{ lastYear: 2025 }, 'firstYear must not be after lastYear, got 2026 and 2025.'],
])('%j is refused', (options, message) => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { catalog: UsageCatalog.projected(options) })).toThrow(`[Stack/Usage] ${message}`);
});

describe('a range that ends within a year', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2030-06-15T12:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  test.each([[2029, true], [2030, true], [2031, false]])('%i: a warning is %s', (lastYear, warns) => {
    const warning = `UsageCatalog.projected(...) ends with the year ${lastYear}: queries will silently find no row that arrives later. Raise lastYear.`;
    expect(warningsOf(projected({ lastYear }).stack)).toEqual(warns ? [warning] : []);
  });

  test('the warning begins a year before the end of the range', () => {
    jest.setSystemTime(new Date('2029-12-31T23:59:59Z'));
    expect(warningsOf(projected({ lastYear: 2030 }).stack)).toEqual([]);
    jest.setSystemTime(new Date('2030-01-01T00:00:00Z'));
    expect(warningsOf(projected({ lastYear: 2030 }).stack)).toHaveLength(1);
  });
});
