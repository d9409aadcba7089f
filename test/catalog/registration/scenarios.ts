import {
  DAY, folderOf, foldersOf, HOUR, JSON_FILES, JSON_FOLDER, JSON_TABLE, PARQUET_FILES, PARQUET_FOLDER, PARQUET_TABLE, Partitions,
  tableInput, TestDatabase,
} from './glue';
import { RegistrationEnvironment } from '../../../src/catalog/registration/environment';

/** Runs the function: as CloudFormation calls it, or as the schedule does at a time. */
export type Runner = (database: TestDatabase, run: 'deployment' | number, environment?: Partial<RegistrationEnvironment>) => Promise<void>;

const AHEAD = 49;
const PREVIOUS_JSON = { ...JSON_TABLE, name: 'logs_json' };
const PREVIOUS_PARQUET = { ...PARQUET_TABLE, name: 'logs_parquet' };

const onTheHour = (time: number) => time - time % HOUR;

/** What the function does with the partitions of tables, whichever AWS Glue it calls. */
export function describeRegistration(open: () => Promise<TestDatabase>, run: Runner): void {
  let database: TestDatabase;
  let partitions: Partitions;
  let now: number;

  beforeEach(async () => {
    database = await open();
    partitions = new Partitions(database);
    now = Date.now();
  });

  /** The current hour and the coming ones, in every run of this test. */
  const coming = (location: string) => foldersOf(now, AHEAD, location);

  test('a new table gets the current hour and the next 48, with its columns, SerDe and format', async () => {
    await database.declare(JSON_TABLE);
    await run(database, now);
    expect(await partitions.locations('logs')).toEqual(coming(JSON_FOLDER));
    const { Location: _location, ...declared } = tableInput(JSON_TABLE).StorageDescriptor;
    for (const { Values, StorageDescriptor } of await partitions.of('logs')) {
      const [year, month, day, hour] = Values!;
      expect(StorageDescriptor).toEqual({ ...declared, Location: `${JSON_FOLDER}year=${year}/month=${month}/day=${day}/hour=${hour}/` });
    }
  });

  test('an hour later there is one more partition, and the others are unchanged', async () => {
    await database.declare(JSON_TABLE);
    await run(database, now);
    await run(database, now + HOUR);
    expect(await partitions.locations('logs')).toEqual(foldersOf(now, AHEAD + 1, JSON_FOLDER));
  });

  test('a deployment registers the coming hours', async () => {
    await database.declare(JSON_TABLE);
    await run(database, 'deployment');
    // The hour may change between the two.
    expect(await partitions.locations('logs')).toEqual(expect.arrayContaining(foldersOf(now + HOUR, AHEAD - 1, JSON_FOLDER)));
  });

  test('partitions that others registered stay', async () => {
    await database.declare(JSON_TABLE);
    const old = now - 400 * DAY;
    await partitions.register(JSON_TABLE, [old, now, now + HOUR]);
    await run(database, now);
    expect(await partitions.locations('logs')).toEqual([folderOf(old, JSON_FOLDER), ...coming(JSON_FOLDER)]);
  });

  test('when the columns change, hours that are over keep theirs and the others get the new ones', async () => {
    await database.declare(JSON_TABLE);
    await partitions.register(JSON_TABLE, [now - HOUR]);
    await run(database, now);
    await database.declare({ ...JSON_TABLE, columns: ['id', 'tenant', 'status'] });
    await run(database, now);
    const columns = async (time: number) => (await partitions.descriptor('logs', time)).Columns!.map(({ Name }) => Name);
    expect(await columns(now - HOUR)).toEqual(['id', 'status']);
    for (const hours of [0, 1, AHEAD - 1]) expect(await columns(now + hours * HOUR)).toEqual(['id', 'tenant', 'status']);
  });

  test('when the format changes, partitions of the old folder move to the table of the previous format', async () => {
    await database.declare(JSON_TABLE);
    const past = [now - 3 * HOUR, now - 2 * HOUR];
    await partitions.register(JSON_TABLE, past);
    await run(database, now);
    await database.declare(PARQUET_TABLE);
    await database.declare(PREVIOUS_JSON);
    await run(database, now, { previousTableName: 'logs_json' });
    expect(await partitions.locations('logs')).toEqual(coming(PARQUET_FOLDER));
    expect(await partitions.locations('logs_json')).toEqual([...past.map((time) => folderOf(time, JSON_FOLDER)), ...coming(JSON_FOLDER)]);
    expect((await partitions.descriptor('logs', now)).SerdeInfo!.SerializationLibrary).toBe(PARQUET_FILES.serde);
    expect((await partitions.descriptor('logs_json', past[0])).SerdeInfo!.SerializationLibrary).toBe(JSON_FILES.serde);
  });

  test('without a previous format, partitions of another folder are removed once the deployment cannot be rolled back', async () => {
    await database.declare(JSON_TABLE);
    const past = now - 3 * HOUR;
    await partitions.register(JSON_TABLE, [past]);
    await run(database, now);
    await database.declare(PARQUET_TABLE);
    await run(database, 'deployment');
    expect(await partitions.locations('logs')).toContain(folderOf(past, JSON_FOLDER));
    await run(database, now + 2 * HOUR);
    const locations = await partitions.locations('logs');
    expect(locations).not.toContain(folderOf(past, JSON_FOLDER));
    expect(locations).toEqual(expect.arrayContaining(foldersOf(now + 2 * HOUR, AHEAD, PARQUET_FOLDER)));
  });

  test('another prefix is another folder', async () => {
    const moved = { ...JSON_TABLE, location: 's3://usage/moved/logs/' };
    await database.declare(JSON_TABLE);
    await partitions.register(JSON_TABLE, [now - DAY]);
    await run(database, now);
    await database.declare(moved);
    await run(database, now + 2 * HOUR);
    // The first two hours were over when the prefix had changed.
    expect(await partitions.locations('logs')).toEqual(foldersOf(now + 2 * HOUR, AHEAD, moved.location));
  });

  test('a deployment that is rolled back leaves every partition where it was', async () => {
    await database.declare(JSON_TABLE);
    const past = [now - 500 * HOUR, now - 3 * HOUR];
    await partitions.register(JSON_TABLE, past);
    await run(database, now);
    await database.declare(PARQUET_TABLE);
    await database.declare(PREVIOUS_JSON);
    await run(database, 'deployment', { previousTableName: 'logs_json' });
    expect(await partitions.locations('logs')).not.toContain(folderOf(past[0], JSON_FOLDER));
    await database.declare(JSON_TABLE);
    await run(database, 'deployment');
    expect(await partitions.locations('logs')).toEqual(expect.arrayContaining(past.map((time) => folderOf(time, JSON_FOLDER))));
    await run(database, now + 2 * HOUR);
    expect((await partitions.locations('logs')).filter((location) => !location.startsWith(JSON_FOLDER))).toEqual([]);
  });

  test('a format that comes back finds its partitions again', async () => {
    await database.declare(JSON_TABLE);
    const [first, second] = [now - 30 * HOUR, now - 3 * HOUR];
    await partitions.register(JSON_TABLE, [first]);
    await database.declare(PARQUET_TABLE);
    await database.declare(PREVIOUS_JSON);
    await run(database, now, { previousTableName: 'logs_json' });
    await partitions.register(PARQUET_TABLE, [second]);
    await database.declare(JSON_TABLE);
    await database.declare(PREVIOUS_PARQUET);
    await run(database, 'deployment', { previousTableName: 'logs_parquet' });
    const [logs, parquet] = [await partitions.locations('logs'), await partitions.locations('logs_parquet')];
    expect(logs).toEqual(expect.arrayContaining([folderOf(first, JSON_FOLDER), folderOf(now + HOUR, JSON_FOLDER)]));
    expect(logs.filter((location) => !location.startsWith(JSON_FOLDER))).toEqual([]);
    expect(parquet).toEqual(expect.arrayContaining([folderOf(second, PARQUET_FOLDER), folderOf(now + HOUR, PARQUET_FOLDER)]));
    expect(parquet.filter((location) => !location.startsWith(PARQUET_FOLDER))).toEqual([]);
  });

  test('partitions are removed when the youngest file that they can have has expired, and not before', async () => {
    await database.declare(PARQUET_TABLE);
    await database.declare(PREVIOUS_JSON);
    // Delivered up to a day after its hour, a file expires at the midnight that follows its thirtieth day.
    const youngest = onTheHour(now) - 33 * DAY;
    const [kept, gone] = [[youngest, youngest + HOUR], [youngest - HOUR, youngest - 400 * DAY]];
    await partitions.register(PARQUET_TABLE, [...kept, ...gone]);
    await partitions.register(PREVIOUS_JSON, [...kept, ...gone]);
    await run(database, now, { previousTableName: 'logs_json', expireAfterDays: 30 });
    expect(await partitions.locations('logs')).toEqual([...kept.map((time) => folderOf(time, PARQUET_FOLDER)), ...coming(PARQUET_FOLDER)]);
    expect(await partitions.locations('logs_json')).toEqual(kept.map((time) => folderOf(time, JSON_FOLDER)));
  });

  test('files that do not expire keep their partitions', async () => {
    await database.declare(JSON_TABLE);
    await partitions.register(JSON_TABLE, [now - 4_000 * DAY]);
    await run(database, now);
    expect(await partitions.locations('logs')).toHaveLength(AHEAD + 1);
  });

  test('a table that was replaced gets its partitions again', async () => {
    await database.declare(JSON_TABLE);
    await run(database, now);
    await database.declare({ ...JSON_TABLE, name: 'calls' });
    await run(database, now, { tableName: 'calls' });
    expect(await partitions.locations('calls')).toEqual(coming(JSON_FOLDER));
  });
}
