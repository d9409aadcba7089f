import { asFolder, isBelow } from '../../../src/catalog/registration/descriptor';
import { comingPartitions, Partition, planRun, Situation, TableChanges } from '../../../src/catalog/registration/plan';
import { partitionFolder, partitionValues } from '../../../src/storage/partitions';
import fc from '../../support/fast-check';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 11, 31, 22, 59, 59);
const FOLDERS = ['s3://usage/logs/', 's3://usage/logs-parquet/', 's3://usage/old/logs/', 's3://other/logs/'];
const [CURRENT, PREVIOUS] = FOLDERS;

const descriptorOf = (Location: string) => ({ Location, Columns: [{ Name: 'id', Type: 'string' }], SerdeInfo: { SerializationLibrary: 'json' } });

/** Partitions of hours around now in some folders, each hour once. Athena registers them without the last slash. */
const partitionsIn = (folders: readonly string[]) => fc.uniqueArray(
  fc.record({ hours: fc.integer({ min: -3_000, max: 60 }), folder: fc.constantFrom(...folders), slash: fc.boolean(), current: fc.boolean() }),
  { selector: ({ hours }) => hours, maxLength: 80 },
).map((found) => found.map(({ hours, folder, slash, current }): Partition => {
  const values = partitionValues(NOW + hours * HOUR);
  const location = folder + partitionFolder(values);
  const descriptor = current ? descriptorOf(location) : { Location: location };
  return { values, location: slash ? location : location.slice(0, -1), ...hours > -48 && { descriptor } };
}));

const tableIn = (location: string, folders: readonly string[]) =>
  fc.record({ descriptor: fc.constant(descriptorOf(location)), partitions: partitionsIn(folders), changed: fc.constantFrom(0, NOW - 60_000) });

const situations = fc.record({
  now: fc.constant(NOW),
  current: tableIn(CURRENT, FOLDERS),
  previous: fc.option(tableIn(PREVIOUS, [PREVIOUS]), { nil: undefined }),
  leftBehind: partitionsIn([CURRENT, PREVIOUS]),
  expireAfterDays: fc.constantFrom(0, 30),
}) satisfies fc.Arbitrary<Situation>;

const keyOf = ({ values }: Partition) => values.join('/');

/** What AWS Glue has after the changes, which it takes in this order. */
function applied(partitions: readonly Partition[], { create, update, remove }: TableChanges): Partition[] {
  const after = new Map(partitions.map((partition) => [keyOf(partition), partition]));
  const asDeclared = ({ values, location }: Partition): Partition => ({ values, location, descriptor: descriptorOf(location) });
  for (const partition of create) if (!after.has(keyOf(partition))) after.set(keyOf(partition), asDeclared(partition));
  for (const partition of update) after.set(keyOf(partition), asDeclared(partition));
  for (const partition of remove) if (!after.delete(keyOf(partition))) throw new Error(`${keyOf(partition)} is not there.`);
  return [...after.values()];
}

function run(situation: Situation): Situation {
  const { current, previous } = situation;
  const plan = planRun(situation);
  return {
    ...situation,
    current: { ...current, partitions: applied(current.partitions, plan.current) },
    previous: previous && { ...previous, partitions: applied(previous.partitions, plan.previous) },
  };
}

const locationsOf = (...tables: ({ readonly partitions: readonly Partition[] } | undefined)[]) =>
  tables.flatMap((table) => table?.partitions ?? []).map(({ location }) => asFolder(location));

test('after a run, the coming hours are registered as the table is declared', () => {
  const expected = comingPartitions(NOW, CURRENT).map((partition) => [keyOf(partition), descriptorOf(partition.location)]);
  fc.assert(fc.property(situations, (situation) => {
    const after = new Map(run(situation).current.partitions.map((partition) => [keyOf(partition), partition.descriptor]));
    expect(expected.map(([key]) => [key, after.get(key as string)])).toEqual(expected);
  }));
});

test('no partition that fits a table is lost', () => {
  fc.assert(fc.property(situations, (situation) => {
    const { current, previous, leftBehind } = { ...situation };
    const taken = [CURRENT, ...previous ? [PREVIOUS] : []];
    const before = [
      ...locationsOf(current, previous).filter((location) => taken.some((folder) => isBelow(location, folder))),
      ...locationsOf({ partitions: leftBehind }).filter((location) => isBelow(location, CURRENT)),
    ];
    const after = run({ ...situation, expireAfterDays: 0 });
    expect(locationsOf(after.current, after.previous)).toEqual(expect.arrayContaining(before));
  }));
});

test('a table that has not changed for an hour has no partition of another folder after a run', () => {
  fc.assert(fc.property(situations, (situation) => {
    const { current } = run({ ...situation, current: { ...situation.current, changed: 0 } });
    expect(locationsOf(current).filter((location) => !isBelow(location, CURRENT))).toEqual([]);
  }));
});

test('a second run changes nothing', () => {
  const nothing = { create: [], update: [], remove: [] };
  fc.assert(fc.property(situations, (situation) => {
    expect(planRun({ ...run(situation), leftBehind: [] })).toEqual({ current: nothing, previous: nothing });
  }));
});
