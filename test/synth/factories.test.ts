import * as library from '../../src';

type Factory = () => object;

/** The factories of the public classes. `of` is what some of them share. */
const FACTORIES = Object.entries(library).flatMap(([name, type]) => Object.getOwnPropertyNames(type)
  .filter((method) => method !== 'of')
  .map((method): [string, unknown] => [`${name}.${method}`, (type as unknown as Record<string, unknown>)[method]])
  .filter((entry): entry is [string, Factory] => typeof entry[1] === 'function'));

test('a choice is a class with factories, which keeps what was requested and nothing else', () => {
  const classes = [...new Set(FACTORIES.map(([factory]) => factory.split('.', 1)[0]))].sort();
  expect(classes).toEqual([
    'AccessLogColumn', 'CallerAddress', 'CustomerIdentity', 'DashboardRefresh', 'DirectoryScope', 'QuickSightPrincipal', 'RecordFormat', 'StageAttachment',
    'UsageCatalog', 'UsageQuestion', 'UsageStorage', 'UsageVisual',
  ]);
});

test.each(FACTORIES)('%s', (_name, factory) => {
  expect(Object.keys(factory.call(undefined))).toEqual(['_requested']);
});
