import { UsageDatabase } from './usage-database';
import { KINDS } from '../../src/schema/kinds';

const NOW = '2026-11-18 12:00:00.000';

let usage: UsageDatabase;
beforeEach(async () => { usage = await UsageDatabase.open(); });
afterEach(() => usage.close());

const count = async (view: string) => (await usage.rows(`SELECT count(*) AS n FROM ${view}`, NOW))[0].n;

test('every view has the columns that it declares, in their order, and comments that Glue accepts', async () => {
  await usage.request({ requested_at: '2026-11-05 08:30:00' });
  await usage.apiKey({});
  await usage.usagePlan({ quota_limit: 10, quota_period: 'MONTH' });
  for (const { name, columns } of usage.views) {
    const [row] = await usage.rows(`SELECT * FROM ${name}`, NOW);
    expect([name, Object.keys(row)]).toEqual([name, columns.map((column) => column.name)]);
    for (const { kind, comment } of columns) {
      expect(Object.keys(KINDS)).toContain(kind);
      expect(comment.length).toBeGreaterThan(0);
      expect(comment.length).toBeLessThanOrEqual(255);
    }
  }
});

test('a request that was delivered twice counts once, also across the end of an hour, but not across midnight of arrival', async () => {
  const copy = { extended_request_id: 'same', requested_at: '2026-11-05 08:59:59' };
  await usage.request({ ...copy, arrived: '2026-11-05 08' }, { ...copy, arrived: '2026-11-05 09' });
  expect(await count('requests')).toBe(1);
  await usage.request({ ...copy, arrived: '2026-11-06 00' });
  expect(await count('requests')).toBe(2);
});

test('rows without an id are not copies of each other', async () => {
  await usage.request({ extended_request_id: null, requested_at: '2026-11-05 08:00:00' }, { extended_request_id: null, requested_at: '2026-11-05 08:00:00' });
  expect(await count('requests')).toBe(2);
});

test('requests of internal keys are in all_requests only, also if the key was unknown at delivery', async () => {
  await usage.apiKey({ internal_key: true });
  await usage.request(
    { requested_at: '2026-11-05 08:00:00', internal_key: true },
    { requested_at: '2026-11-05 08:00:00', internal_key: null, customer_id: null, enrichment_status: 'unknown_key' },
    { requested_at: '2026-11-05 08:00:00', internal_key: null, api_key_id: null, enrichment_status: 'no_key' },
  );
  expect([await count('all_requests'), await count('requests')]).toEqual([3, 1]);
});

test('names that were unknown at delivery are healed, known ones stay as delivered', async () => {
  await usage.insert('apis', { api_id: 'a1', api_name: 'Orders today' });
  await usage.apiKey({ customer_name: 'Acme today', usage_plan_name: 'Gold today' });
  await usage.usagePlan({ usage_plan_name: 'Gold today' });
  await usage.request(
    { requested_at: '2026-11-05 08:00:00' },
    {
      requested_at: '2026-11-05 09:00:00',
      enrichment_status: 'unknown_key',
      api_name: null,
      api_key_name: null,
      customer_id: null,
      customer_name: null,
      usage_plan_id: null,
      usage_plan_name: null,
    },
  );
  const names = await usage.rows('SELECT api_name, customer_id, customer_name, usage_plan_id, usage_plan_name FROM requests ORDER BY requested_at', NOW);
  expect(names).toEqual([
    { api_name: 'Orders', customer_id: 'c1', customer_name: 'Acme', usage_plan_id: 'p1', usage_plan_name: 'Gold' },
    { api_name: 'Orders today', customer_id: 'c1', customer_name: 'Acme today', usage_plan_id: 'p1', usage_plan_name: 'Gold today' },
  ]);
});

test.each([
  [200, null, 'ok', '2xx'],
  [304, null, 'ok', '3xx'],
  [404, null, 'client_error', '4xx'],
  [401, null, 'unauthorised', '4xx'],
  [403, 'INVALID_API_KEY', 'unauthorised', '4xx'],
  [403, 'WAF_FILTERED', 'client_error', '4xx'],
  [429, 'THROTTLED', 'throttled', '4xx'],
  [429, 'QUOTA_EXCEEDED', 'quota_exceeded', '4xx'],
  [429, null, 'client_error', '4xx'],
  [504, 'INTEGRATION_TIMEOUT', 'server_error', '5xx'],
  [null, null, null, null],
])('a status of %p with the response type %p is %p', async (status, type, outcome, statusClass) => {
  await usage.request({ requested_at: '2026-11-05 08:00:00', status, error_response_type: type });
  expect(await usage.rows('SELECT outcome, status_class FROM requests', NOW)).toEqual([{ outcome, status_class: statusClass }]);
});

test('the bounds of a folder hold every row that can be in it', async () => {
  await usage.request({ requested_at: '2026-11-05 00:00:01', arrived: '2026-11-06 00' }, { requested_at: '2026-11-07 00:59:59', arrived: '2026-11-06 23' });
  const outside = await usage.rows('SELECT count(*) AS n FROM requests WHERE requested_at < partition_from OR requested_at > partition_to', NOW);
  expect(outside).toEqual([{ n: 0 }]);
  expect(await usage.rows('SELECT DISTINCT partition_from, partition_to FROM requests', NOW))
    .toEqual([{ partition_from: '2026-11-05 00:00:00', partition_to: '2026-11-07 01:00:00' }]);
});

test('the daily view adds up to the requests, with the newest name of an id', async () => {
  await usage.request(
    { requested_at: '2026-11-05 08:00:00', response_latency_ms: 7, response_length_bytes: 100 },
    { requested_at: '2026-11-05 09:00:00', response_latency_ms: 40, response_length_bytes: 50, customer_name: 'Acme Ltd' },
    { requested_at: '2026-11-06 08:00:00', response_latency_ms: null, status: 500 },
  );
  const days = await usage.rows(`SELECT request_day, customer_name, requests, status_2xx, status_5xx, response_bytes, latency_count, latency_max_ms,
    latency_up_to_5_ms, latency_up_to_10_ms, latency_up_to_50_ms FROM usage_daily ORDER BY 1`, NOW);
  expect(days).toEqual([
    {
      request_day: '2026-11-05 00:00:00',
      customer_name: 'Acme Ltd',
      requests: 2,
      status_2xx: 2,
      status_5xx: 0,
      response_bytes: 150,
      latency_count: 2,
      latency_max_ms: 40,
      latency_up_to_5_ms: 0,
      latency_up_to_10_ms: 1,
      latency_up_to_50_ms: 2,
    },
    {
      request_day: '2026-11-06 00:00:00',
      customer_name: 'Acme',
      requests: 1,
      status_2xx: 0,
      status_5xx: 1,
      response_bytes: 0,
      latency_count: 0,
      latency_max_ms: null,
      latency_up_to_5_ms: 0,
      latency_up_to_10_ms: 0,
      latency_up_to_50_ms: 0,
    },
  ]);
});

test.each([
  // 2026-11-18 is a Wednesday: its day, its week from Sunday the 15th, and its month.
  ['DAY', '2026-11-18 00:00:00', '2026-11-19 00:00:00', 1],
  ['WEEK', '2026-11-15 00:00:00', '2026-11-22 00:00:00', 2],
  ['MONTH', '2026-11-01 00:00:00', '2026-12-01 00:00:00', 3],
])('a quota per %s counts from %s', async (period, start, end, used) => {
  await usage.apiKey({});
  await usage.usagePlan({ quota_limit: 4, quota_period: period, quota_offset: 1 });
  await usage.request(
    ...['2026-11-18 01:00:00', '2026-11-15 00:00:00', '2026-11-14 23:59:59', '2026-10-31 23:59:59'].map((time) => ({ requested_at: time })),
    { requested_at: '2026-11-18 02:00:00', status: 429, error_response_type: 'QUOTA_EXCEEDED' },
  );
  const [row] = await usage.rows('SELECT period_start, period_end, request_limit, used, used_share FROM quota_status', NOW);
  expect(row).toEqual({ period_start: start, period_end: end, request_limit: 4, used, used_share: used / 4 });
});

test('in the period in which a key was created, the offset of the quota is subtracted', async () => {
  await usage.apiKey({ created_at: '2026-11-10 00:00:00' });
  await usage.usagePlan({ quota_limit: 100, quota_period: 'MONTH', quota_offset: 30 });
  await usage.repeat(35, { requested_at: '2026-11-12 10:00:00' });
  const [row] = await usage.rows('SELECT request_limit, used, projected_use, exhausted_on FROM quota_status', NOW);
  // 35 requests in 17.5 days are 2 a day: 25 more in the 12.5 days that are left.
  expect(row).toEqual({ request_limit: 70, used: 35, projected_use: 60, exhausted_on: null });
  await usage.repeat(35, { requested_at: '2026-11-13 10:00:00' });
  const [twice] = await usage.rows('SELECT projected_use, exhausted_on FROM quota_status', NOW);
  expect(twice).toEqual({ projected_use: 120, exhausted_on: '2026-11-18 00:00:00' });
});

test('a quota of 0 has no share, and a key without requests no date of exhaustion', async () => {
  await usage.apiKey({}, { api_key_id: 'k2', usage_plan_id: 'p2' });
  await usage.usagePlan({ quota_limit: 0, quota_period: 'DAY' }, { usage_plan_id: 'p2', quota_limit: 5, quota_period: 'DAY' });
  const rows = await usage.rows('SELECT api_key_id, used_share, exhausted_on FROM quota_status ORDER BY 1', NOW);
  expect(rows).toEqual([{ api_key_id: 'k1', used_share: null, exhausted_on: '2026-11-18 00:00:00' }, { api_key_id: 'k2', used_share: 0, exhausted_on: null }]);
});

test('the inventory has each key once, with its plans and its use in the look-back', async () => {
  await usage.apiKey({}, { usage_plan_id: 'p0', usage_plan_name: 'Free' }, { api_key_id: 'k2', usage_plan_id: null, usage_plan_name: null, created_at: '2026-11-10 00:00:00' });
  await usage.request({ requested_at: '2026-08-01 00:00:00' }, { requested_at: '2026-11-03 23:00:00', status: 500 }, { requested_at: '2026-11-04 01:00:00' });
  const rows = await usage.rows('SELECT api_key_id, usage_plans, requests_90d, first_used_90d, first_success_90d, days_unused, days_old FROM key_inventory ORDER BY 1', NOW);
  expect(rows).toEqual([
    { api_key_id: 'k1', usage_plans: 'Free, Gold', requests_90d: 2, first_used_90d: '2026-11-03 23:00:00', first_success_90d: '2026-11-04 01:00:00', days_unused: 14, days_old: 307 },
    { api_key_id: 'k2', usage_plans: null, requests_90d: 0, first_used_90d: null, first_success_90d: null, days_unused: null, days_old: 8 },
  ]);
});

test('data health says up to when the rows are complete, and how good they are', async () => {
  const copy = { extended_request_id: 'same', requested_at: '2026-11-17 08:00:00' };
  await usage.request(copy, copy, { requested_at: '2026-11-18 11:00:00', enrichment_status: 'no_key', parse_status: 'ambiguous' }, { requested_at: '2026-09-01 00:00:00' });
  const rows = await usage.rows(
    'SELECT arrival_day, delivered, duplicates_removed, enriched, no_key, strict, ambiguous, complete_until, lag_seconds FROM data_health ORDER BY 1', NOW);
  const complete = { complete_until: '2026-11-18 10:55:00', lag_seconds: 3900 };
  expect(rows).toEqual([
    { arrival_day: '2026-11-17 00:00:00', delivered: 2, duplicates_removed: 1, enriched: 2, no_key: 0, strict: 2, ambiguous: 0, ...complete },
    { arrival_day: '2026-11-18 00:00:00', delivered: 1, duplicates_removed: 0, enriched: 0, no_key: 1, strict: 0, ambiguous: 1, ...complete },
  ]);
});

test('requests in the tables of both formats are one view', async () => {
  const both = await UsageDatabase.open({ requestTables: ['logs', 'logs_json'] });
  await both.request({ requested_at: '2026-11-05 08:00:00' }, { requested_at: '2026-10-05 08:00:00', table: 'logs_json' });
  expect(await both.rows('SELECT count(*) AS n FROM requests', NOW)).toEqual([{ n: 2 }]);
  both.close();
});
