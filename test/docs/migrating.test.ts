import { join } from 'path';
import { BEFORE, objectOfPost, objectOfSample } from './earlier-files';
import { hiveTable, loadHiveTable } from './hive-table';
import { ALL_TIME_REQUESTS, EARLIER_REQUESTS, QUESTION, selectOf, TABLE_OF_POST, TABLE_OF_SAMPLE } from './migrating-page';
import { App } from '../../preview/template/app';
import { lintDialect, Tables } from '../athena/dialect/dialect-lint';
import { parse } from '../athena/dialect/syntax';
import { templateStatements } from '../athena/dialect/template-statements';
import { typeNamed } from '../athena/dialect/types';
import { DuckDbAthena } from '../athena/duckdb-athena';
import { KEY, ordersApp, REQUEST } from '../preview/orders-app';
import { NOON_ISH, previewed } from '../preview/previewing';

/** A day after them. */
const AFTER = String(NOON_ISH + 86_400_000);
const END = new Date('2026-05-31T00:00:00Z');

let template: string;
let athena: DuckDbAthena;

beforeAll(async () => {
  [template] = ordersApp();
  const { out } = await previewed(template, [{ ...REQUEST, requestTimeEpoch: AFTER, status: '200' }], 'SELECT 1');
  athena = await DuckDbAthena.open(new App([template]), join(out, 's3'));
});

afterAll(() => athena?.close());

describe.each([
  ['the post', TABLE_OF_POST, objectOfPost],
  ['the sample', TABLE_OF_SAMPLE, objectOfSample],
])('over old files of %s', (_name, ddl, objectOf) => {
  beforeAll(async () => {
    // The views that a new pipeline has come first.
    await athena.rows('SELECT 1', END);
    await athena.prepare((database) => loadHiveTable(database, hiveTable(ddl), Object.fromEntries(BEFORE.map(objectOf))));
    for (const view of [EARLIER_REQUESTS, ALL_TIME_REQUESTS]) await athena.prepare((database) => database.executeOne(view));
  });

  test('old rows have the names and types of new ones', async () => {
    const columns = 'CAST(requested_at AS varchar), endpoint, status, response_length_bytes, api_key_id, customer_id, customer_name, usage_plan_name';
    expect(await athena.rows(`SELECT ${columns} FROM earlier_requests ORDER BY requested_at`, END)).toEqual([
      ['2026-05-16 23:59:58', 'GET /orders', '200', '120', KEY, 'Umbrella Ltd', 'Umbrella Ltd', 'Gold'],
      ['2026-05-17 10:05:03', 'GET /orders', '429', '120', 'gone', 'Initech', 'Initech', 'Silver'],
      ['2026-05-17 10:05:04', 'GET /orders', '403', '120', null, null, null, null],
    ]);
  });

  test('a plan that still exists has its id, and is one plan before and after', async () => {
    const plans = await athena.rows('SELECT usage_plan_id, usage_plan_name, count(*) FROM all_time_requests WHERE usage_plan_name = \'Gold\' GROUP BY 1, 2', END);
    expect(plans).toEqual([[expect.stringContaining('Gold'), 'Gold', '2']]);
  });

  test('every row is within the bounds of its folder', async () => {
    const outside = 'SELECT request_id FROM all_time_requests WHERE (requested_at BETWEEN partition_from AND partition_to) IS NOT true';
    expect(await athena.rows(outside, END)).toEqual([]);
  });

  test('the question of the page counts old and new requests', async () => {
    expect((await athena.rows(QUESTION, END)).map(([, customer, requests]) => [customer, requests])).toEqual([['Initech', '1'], ['Umbrella Ltd', '2'], [null, '1']]);
  });

  test('Athena and DuckDB understand the views and the question alike', async () => {
    const tables: Tables = new Map([
      ...templateStatements(new App([template]))[0].tables,
      ['earlier_logs', [...hiveTable(ddl).columns, ...hiveTable(ddl).partitionKeys].map((name) => ({ name, type: 'varchar' as const }))],
      ['earlier_requests', await columnsOf('earlier_requests')],
      ['all_time_requests', await columnsOf('all_time_requests')],
    ]);
    for (const view of [EARLIER_REQUESTS, ALL_TIME_REQUESTS]) {
      expect(parse(view).errors).toEqual([]);
      expect(lintDialect(selectOf(view), tables)).toEqual([]);
    }
    expect(lintDialect(QUESTION, tables)).toEqual([]);
  });
});

async function columnsOf(view: string) {
  return (await athena.rows(`DESCRIBE ${view}`, END)).map(([name, type]) => ({ name: String(name), type: typeNamed(String(type)) }));
}

test('the two tables have the same columns, so that one view reads both', () => {
  expect(hiveTable(TABLE_OF_SAMPLE).columns).toEqual(hiveTable(TABLE_OF_POST).columns);
});

test('a file outside of the projected years has no row', async () => {
  await athena.prepare((database) => loadHiveTable(database, hiveTable(TABLE_OF_POST), Object.fromEntries([objectOfPost({ ...BEFORE[0], time: new Date('2019-05-16T00:00:00Z') })])));
  expect(await athena.rows('SELECT count(*) FROM earlier_logs', END)).toEqual([['0']]);
});
