import { existsSync } from 'fs';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { atInstant } from '../../../preview/query/dialect/clock';
import { HandMadeApi, HandMadePipeline, shop, synthesise } from '../hand-made-app';
import { commandHere, NOON_ISH, previewed, requestsFile } from '../previewing';
import { temporaryFolder } from '../temporary-folder';

const NOW = 'CAST(current_timestamp AT TIME ZONE \'UTC\' AS timestamp(3))';
const recent = {
  name: 'recent',
  sql: `SELECT request_id, requested_at, date_diff('second', requested_at, ${NOW}) AS age
    FROM "logs" WHERE requested_at >= ${NOW} - INTERVAL '1' HOUR -- current_timestamp`,
  columns: { request_id: 'varchar', requested_at: 'timestamp(3)', age: 'bigint' },
};
const youngest = {
  name: 'youngest',
  sql: `SELECT max_by(request_id, requested_at) AS request_id, sum(age) AS age, ${NOW} AS clock FROM recent`,
  columns: { request_id: 'varchar', age: 'bigint', clock: 'timestamp(3)' },
};

test('a view reads tables and views of its database, at the end of the data', async () => {
  const requests = [-7_200_000, 0, 61_000].map((later) => ({ requestTimeEpoch: String(NOON_ISH + later) }));
  const { rows } = await previewed(shop({ views: [recent, youngest] }), requests, 'SELECT * FROM youngest');
  expect(rows).toEqual(['r3,61,2026-05-17 10:06:04.001']);
});

test('the types are those that the view declares', async () => {
  const { rows } = await previewed(shop({ views: [recent, youngest] }), [{}], 'SELECT typeof(age), typeof(clock) FROM youngest');
  expect(rows).toEqual(['BIGINT,TIMESTAMP']);
});

test('--query has the same clock', async () => {
  const { rows } = await previewed(shop(), [{}], `SELECT count(*), ${NOW} FROM logs WHERE requested_at < current_timestamp(3)`);
  expect(rows).toEqual(['1,2026-05-17 10:05:03.001']);
});

test('each pipeline has its own views and its own end', async () => {
  const template = synthesise((app: App) => {
    const stack = new Stack(app, 'Shop');
    new HandMadeApi(stack, 'Orders');
    new HandMadeApi(stack, 'Billing', 'amazon-apigateway-second');
    new HandMadePipeline(stack, 'First', { views: [recent, youngest] });
    new HandMadePipeline(stack, 'Second', { streamName: 'amazon-apigateway-second', views: [recent, youngest] });
  })('Shop');
  const requests = [{ apiId: 'OrdersApi', stage: 'prod' }, { apiId: 'BillingApi', stage: 'prod' }];
  const { rows } = await previewed(template, requests, 'SELECT * FROM youngest UNION ALL SELECT * FROM "second".youngest');
  expect(rows).toEqual(['r1,0,2026-05-17 10:05:03.001', 'r2,0,2026-05-17 10:05:04.001']);
});

test('without requests the clock stays', async () => {
  const { rows, preview } = await previewed(shop({ views: [recent, youngest] }), [], 'SELECT age, clock > TIMESTAMP \'2026-01-01\' FROM youngest');
  expect(rows).toEqual([',true']);
  expect(preview.problems).toEqual([]);
});

test('only the clock is replaced, not its name in texts, names and comments', () => {
  const instant = new Date(NOON_ISH);
  const kept = 'SELECT \'it\'\'s current_timestamp\', "current_timestamp", my_current_timestamp /* current_timestamp */ -- current_timestamp';
  expect(atInstant(`${kept}\n, CURRENT_TIMESTAMP`, instant)).toBe(`${kept}\n, TIMESTAMPTZ '2026-05-17 10:05:03.000+00'`);
});

test('a view that cannot be made is a problem, and the others are there', async () => {
  const broken = { name: 'broken', sql: 'SELECT nothing FROM "logs"', columns: { nothing: 'varchar' } };
  const stale = { name: 'stale', sql: 'SELECT request_id FROM "logs"', columns: { request_id: 'varchar', status: 'bigint' } };
  const { preview, rows } = await previewed(shop({ views: [broken, stale, recent] }), [{}], 'SELECT request_id FROM recent');
  expect(preview.problems).toEqual([
    expect.stringMatching(/^the view usage\.broken cannot be created: .*nothing/),
    expect.stringMatching(/^the view usage\.stale cannot be created: .*status/),
  ]);
  expect(rows).toEqual(['r1']);
});

test('a view with rows that cannot be computed fails only the queries of it', async () => {
  const odd = { name: 'odd', sql: 'SELECT CAST(request_id AS bigint) AS place FROM "logs"', columns: { place: 'bigint' } };
  const { preview, rows } = await previewed(shop({ views: [odd, recent] }), [{}], 'SELECT request_id FROM recent');
  expect(preview.problems).toEqual([]);
  expect(rows).toEqual(['r1']);
  await expect(previewed(shop({ views: [odd] }), [{}], 'SELECT place FROM odd')).rejects.toThrow(/r1/);
});

test('a view is one statement: its SQL cannot end the view and write a file', async () => {
  const written = join(temporaryFolder(), 'written');
  const sql = `SELECT 1 AS one) AS a; COPY (SELECT 1) TO '${written}'; CREATE VIEW two AS SELECT * FROM (SELECT 1 AS one`;
  const { preview } = await previewed(shop({ views: [{ name: 'odd', sql, columns: { one: 'integer' } }] }), [{}], 'SELECT 1');
  expect(preview.problems).toEqual([expect.stringMatching(/^the view usage\.odd cannot be created: .*multiple/)]);
  expect(existsSync(written)).toBe(false);
});

test('a view of a type that Athena has and the preview has not', async () => {
  const odd = { name: 'odd', sql: 'SELECT 1 AS place', columns: { place: 'geometry' } };
  const { preview } = await previewed(shop({ views: [odd] }), [{}], 'SELECT 1');
  expect(preview.problems).toEqual([expect.stringMatching(/geometry.*varchar/)]);
});

test('a table that is not a view of Athena is refused', async () => {
  const broken = synthesise((app: App) => {
    const stack = new Stack(app, 'Shop');
    new HandMadeApi(stack, 'Orders');
    const pipeline = new HandMadePipeline(stack, 'Usage', { views: [recent] });
    (pipeline.node.findChild('Viewrecent') as any).addPropertyOverride('TableInput.ViewOriginalText', '/* Presto View: bm90aGluZw== */');
  })('Shop');
  const { status, stderr } = await commandHere(['--template', broken, '--requests', requestsFile([{}]), '--out', temporaryFolder()]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^error: the Glue view recent .*bm90aGluZw==.*BASE64/);
});
