import { readdirSync } from 'fs';
import { join } from 'path';
import { UsageDatabase } from './usage-database';
import { QUESTIONS } from '../../src/query/questions';
import { COLUMNS } from '../../src/schema/columns';

const NOW = '2026-11-18 12:00:00.000';
const QUESTION_FILES = join(__dirname, '..', '..', 'src', 'query', 'questions');

let usage: UsageDatabase;
beforeEach(async () => { usage = await UsageDatabase.open(); });
afterEach(() => usage.close());

const ids = QUESTIONS.map(({ id }) => id);

test('each question has a file with its id as its name', () => {
  expect(readdirSync(QUESTION_FILES).sort()).toEqual([...ids.map((id) => `${id}.ts`), 'index.ts'].sort());
});

test.each(ids)('%s answers with the columns that it declares, of no row and of one', async (id) => {
  const columns = usage.query(id).answer.map(({ name }) => name);
  const empty = await usage.answer(id, NOW);
  for (const row of empty) expect(Object.keys(row)).toEqual(columns);
  await usage.apiKey({});
  await usage.usagePlan({ quota_limit: 1, quota_period: 'MONTH', throttle_rate_limit: 2, throttle_burst_limit: 5 });
  await usage.request({ requested_at: '2026-11-18 08:30:00', response_latency_ms: 12, response_length_bytes: 10 });
  for (const row of await usage.answer(id, NOW)) expect(Object.keys(row)).toEqual(columns);
});

test.each(ids)('%s reads rows of nulls without an error', async (id) => {
  const nothing = Object.fromEntries(COLUMNS.map(({ name }) => [name, null]));
  await usage.request({ ...nothing, requested_at: '2026-11-18 08:30:00' });
  await expect(usage.answer(id, NOW)).resolves.toBeDefined();
});

const OMISSIBLE = COLUMNS.filter((column) => !('essential' in column)).map(({ name }) => name);

test.each(OMISSIBLE)('without %s, every question that is left can be asked', async (column) => {
  const omitting = await UsageDatabase.open({ omitted: [column] });
  await omitting.request({ requested_at: '2026-11-18 08:30:00' });
  let left = 0;
  for (const id of ids) {
    try {
      omitting.query(id);
    } catch {
      continue;
    }
    left += 1;
    await expect(omitting.answer(id, NOW)).resolves.toBeDefined();
  }
  expect(left).toBeGreaterThan(QUESTIONS.length / 2);
  omitting.close();
});

test('requests-by-plan: the rest of the plans is one slice, requests without a plan have a name', async () => {
  for (let plan = 1; plan <= 11; plan++) {
    await usage.repeat(12 - plan, { requested_at: '2026-11-05 08:00:00', usage_plan_id: `p${plan}`, usage_plan_name: `Plan ${plan}` });
  }
  await usage.repeat(20, { requested_at: '2026-11-05 08:00:00', usage_plan_id: null, usage_plan_name: null });
  const rows = await usage.answer('requests-by-plan', NOW);
  expect(rows).toHaveLength(10);
  expect(rows[0]).toMatchObject({ usage_plan_id: null, usage_plan_name: '(no usage plan)', requests: 20 });
  expect(rows[9]).toMatchObject({ usage_plan_id: null, usage_plan_name: '(all other plans)', requests: 3 + 2 + 1 });
  expect(rows.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1);
});

test('a customer who was renamed, and whose key moved to another plan, has one id and the newest name', async () => {
  await usage.request({ requested_at: '2026-11-02 08:00:00' }, { requested_at: '2026-11-10 08:00:00', customer_name: 'Acme Ltd', usage_plan_id: 'p2', usage_plan_name: 'Platinum' });
  expect(await usage.answer('top-customers', NOW)).toMatchObject([
    { customer_id: 'c1', customer_name: 'Acme Ltd', usage_plan_name: 'Gold', requests: 1 },
    { customer_id: 'c1', customer_name: 'Acme Ltd', usage_plan_name: 'Platinum', requests: 1 },
  ]);
  expect(await usage.answer('error-rate-by-customer', NOW)).toEqual([{ customer_id: 'c1', customer_name: 'Acme Ltd', requests: 2, client_error_rate: 0, server_error_rate: 0 }]);
});

test('top-customers-by-status: each customer of a plan with each status', async () => {
  await usage.repeat(2, { requested_at: '2026-11-05 08:00:00' });
  await usage.request({ requested_at: '2026-11-05 08:00:00', status: 404 }, { requested_at: '2026-11-05 08:00:00', customer_id: null });
  expect(await usage.answer('top-customers-by-status', NOW)).toMatchObject([
    { usage_plan_name: 'Gold', customer_name: 'Acme', status: '200', requests: 2 }, { customer_name: 'Acme', status: '404', requests: 1 },
  ]);
});

test('endpoints-by-plan-and-customer: the rest of the plans is one row, for all of their customers', async () => {
  for (let plan = 1; plan <= 12; plan++) {
    await usage.repeat(13 - plan, { requested_at: '2026-11-05 08:00:00', usage_plan_id: `p${plan}`, usage_plan_name: `Plan ${plan}`, customer_id: `c${plan}` });
  }
  const rest = (await usage.answer('endpoints-by-plan-and-customer', NOW)).slice(-1);
  expect(rest).toMatchObject([{ usage_plan_name: '(all other plans)', customer_name: '(all other customers)', endpoint: 'GET /orders', requests: 2 + 1 }]);
});

test('customers-getting-worse: whose error rate rose within two weeks', async () => {
  await usage.repeat(20, { requested_at: '2026-11-16 08:00:00' });
  await usage.repeat(20, { requested_at: '2026-11-16 08:00:00', status: 500 });
  await usage.repeat(10, { requested_at: '2026-11-08 08:00:00' });
  await usage.repeat(30, { requested_at: '2026-11-16 08:00:00', customer_id: 'fine', customer_name: 'Fine' });
  expect(await usage.answer('customers-getting-worse', NOW))
    .toEqual([{ customer_id: 'c1', customer_name: 'Acme', requests: 40, error_rate: 0.5, error_rate_before: 0, change: 0.5 }]);
});

test('silent-customers: less than half of the usual week, or nothing', async () => {
  await usage.repeat(40, { requested_at: '2026-10-28 08:00:00' });
  await usage.repeat(4, { requested_at: '2026-11-12 08:00:00' });
  await usage.repeat(40, { requested_at: '2026-10-28 08:00:00', customer_id: 'gone', customer_name: 'Gone' });
  await usage.repeat(40, { requested_at: '2026-10-28 08:00:00', customer_id: 'same', customer_name: 'Same' });
  await usage.repeat(6, { requested_at: '2026-11-12 08:00:00', customer_id: 'same', customer_name: 'Same' });
  expect(await usage.answer('silent-customers', NOW)).toMatchObject([
    { customer_id: 'gone', requests: 0, weekly_before: 10, change: -1, last_requested_at: '2026-10-28 08:00:00' }, { customer_id: 'c1', requests: 4, weekly_before: 10, change: -0.6 },
  ]);
});

test('new-customers: from the creation of the first key to the first success', async () => {
  await usage.apiKey({ created_at: '2026-11-01 00:00:00' }, { api_key_id: 'k2', customer_id: 'old', created_at: '2026-01-01 00:00:00' }, { api_key_id: 'k3', customer_id: 'old', created_at: '2026-11-01 00:00:00' });
  await usage.request({ requested_at: '2026-11-01 01:00:00', status: 403 }, { requested_at: '2026-11-01 06:00:00' });
  expect(await usage.answer('new-customers', NOW)).toMatchObject([{ customer_id: 'c1', first_success_at: '2026-11-01 06:00:00', hours_to_success: 6, requests: 2 }]);
});

test('active-customers: new with the first request, returning afterwards', async () => {
  await usage.request({ requested_at: '2026-11-16 08:00:00' }, { requested_at: '2026-11-17 08:00:00' }, { requested_at: '2026-11-17 08:00:00', customer_id: 'c2' });
  const rows = await usage.answer('active-customers', NOW);
  expect(rows).toMatchObject([
    { grain: 'day', starts_on: '2026-11-17 00:00:00', customers: 2, new_customers: 1, returning_customers: 1 },
    { grain: 'day', starts_on: '2026-11-16 00:00:00', customers: 1, new_customers: 1, returning_customers: 0 },
    { grain: 'month', starts_on: '2026-11-01 00:00:00', customers: 2, new_customers: 2 },
    { grain: 'week', starts_on: '2026-11-16 00:00:00', customers: 2, new_customers: 2 },
  ]);
});

test('share-by-plan: the share of each plan, and of its top ten customers', async () => {
  for (let customer = 0; customer < 20; customer++) await usage.request({ requested_at: '2026-11-05 08:00:00', customer_id: `c${customer}` });
  await usage.repeat(20, { requested_at: '2026-11-05 08:00:00', usage_plan_id: null, usage_plan_name: null, customer_id: null });
  expect(await usage.answer('share-by-plan', NOW)).toEqual([
    { usage_plan_id: null, usage_plan_name: '(all usage plans)', customers: 20, requests: 40, share: 1, top_share: 0.25 },
    { usage_plan_id: 'p1', usage_plan_name: 'Gold', customers: 20, requests: 20, share: 0.5, top_share: 0.5 },
    { usage_plan_id: null, usage_plan_name: '(no usage plan)', customers: 0, requests: 20, share: 0.5, top_share: 0 },
  ]);
});

test('quota-at-risk: more than 80 % used, or running out; internal keys are left out', async () => {
  await usage.apiKey({}, { api_key_id: 'k2', usage_plan_id: 'p2' }, { api_key_id: 'k3', internal_key: true });
  await usage.usagePlan({ quota_limit: 10, quota_period: 'MONTH' }, { usage_plan_id: 'p2', quota_limit: 1000, quota_period: 'MONTH' });
  await usage.repeat(9, { requested_at: '2026-11-05 08:00:00' });
  expect(await usage.answer('quota-at-risk', NOW)).toMatchObject([{ api_key_id: 'k1', used: 9, used_share: 0.9, exhausted_on: '2026-11-20 00:00:00' }]);
});

test('throttled-customers: how often, where and since when', async () => {
  const rejected = { status: 429, error_response_type: 'THROTTLED' };
  await usage.request({ ...rejected, requested_at: '2026-11-05 08:00:00' }, { ...rejected, requested_at: '2026-11-06 08:00:00', error_response_type: 'QUOTA_EXCEEDED' }, { requested_at: '2026-11-05 08:00:00', status: 429 });
  expect(await usage.answer('throttled-customers', NOW)).toEqual([{
    usage_plan_id: 'p1',
    usage_plan_name: 'Gold',
    customer_id: 'c1',
    customer_name: 'Acme',
    endpoint: 'GET /orders',
    throttled: 1,
    quota_exceeded: 1,
    first_at: '2026-11-05 08:00:00',
    last_at: '2026-11-06 08:00:00',
  }]);
});

test('plan-fit: who needs a larger plan, and who a smaller one', async () => {
  await usage.usagePlan({ quota_limit: 10, quota_period: 'MONTH' }, { usage_plan_id: 'p2', usage_plan_name: 'Platinum', quota_limit: 100, quota_period: 'MONTH' });
  await usage.apiKey({}, { api_key_id: 'k2', usage_plan_id: 'p2' });
  await usage.repeat(10, { requested_at: '2026-11-05 08:00:00' });
  await usage.repeat(2, { requested_at: '2026-11-05 08:00:00', api_key_id: 'k2', usage_plan_id: 'p2' });
  expect(await usage.answer('plan-fit', NOW)).toMatchObject([
    { api_key_id: 'k1', used_share: 1, advice: 'upgrade', suggested_plan_name: 'Platinum' }, { api_key_id: 'k2', used_share: 0.02, advice: 'downgrade', suggested_plan_name: 'Gold' },
  ]);
});

test('plan-fit: a throttled key is not advised to take a smaller plan, or another of the same size', async () => {
  const plan = (id: string, quota: number) => ({ usage_plan_id: id, usage_plan_name: id, quota_limit: quota, quota_period: 'MONTH' });
  await usage.usagePlan(plan('small', 50), plan('other', 100), plan('mine', 100), plan('large', 200));
  await usage.apiKey({ usage_plan_id: 'mine' });
  await usage.repeat(10, { requested_at: '2026-11-05 08:00:00', usage_plan_id: 'mine', status: 429, error_response_type: 'THROTTLED' });
  expect(await usage.answer('plan-fit', NOW)).toMatchObject([{ advice: 'upgrade', suggested_plan_name: 'large' }]);
});

test('unused-keys: never used, or not within 90 days', async () => {
  await usage.apiKey({}, { api_key_id: 'young', created_at: '2026-11-10 00:00:00' }, { api_key_id: 'old' }, { api_key_id: 'ours', internal_key: true });
  await usage.request({ requested_at: '2026-11-05 08:00:00' }, { requested_at: '2026-08-01 08:00:00', api_key_id: 'old' });
  expect(await usage.answer('unused-keys', NOW)).toMatchObject([{ api_key_id: 'old', never_used: false }, { api_key_id: 'young', never_used: true }]);
});

test('endpoint-usage and endpoint-callers: least used first, and who still calls', async () => {
  await usage.request({ requested_at: '2026-10-05 08:00:00', resource_path: '/old' }, { requested_at: '2026-11-05 08:00:00' }, { requested_at: '2026-11-06 08:00:00', resource_path: null });
  expect(await usage.answer('endpoint-usage', NOW)).toMatchObject([{ endpoint: 'GET /old', requests: 0, requests_90d: 1 }, { endpoint: 'GET /orders', requests: 1, requests_90d: 1 }]);
  expect(await usage.answer('endpoint-callers', NOW)).toMatchObject([{ endpoint: 'GET /old', customer_name: 'Acme', last_requested_at: '2026-10-05 08:00:00' }, { endpoint: 'GET /orders' }]);
});

test('errors-by-endpoint: ours and theirs, the endpoint with the most errors first', async () => {
  await usage.repeat(5, { requested_at: '2026-11-05 08:00:00' });
  await usage.repeat(2, { requested_at: '2026-11-05 08:00:00', resource_path: '/broken', status: 500 });
  await usage.request({ requested_at: '2026-11-05 08:00:00', status: 400 });
  expect(await usage.answer('errors-by-endpoint', NOW)).toMatchObject([{ endpoint: 'GET /broken', server_error: 2, client_error: 0 }, { endpoint: 'GET /orders', server_error: 0, client_error: 1 }]);
});

test('failed-authentication: by key, address and agent', async () => {
  const refused = { requested_at: '2026-11-05 08:00:00', status: 403, error_response_type: 'INVALID_API_KEY', api_key_id: null, source_ip: '198.51.100.0', user_agent: 'curl' };
  await usage.request(refused, refused, { requested_at: '2026-11-05 08:00:00', status: 404 });
  expect(await usage.answer('failed-authentication', NOW)).toMatchObject([{ api_key_id: null, source_ip: '198.51.100.0', user_agent: 'curl', requests: 2 }]);
});

test('requests-without-key: by endpoint, unknown keys are not among them', async () => {
  await usage.request({ requested_at: '2026-11-05 08:00:00', api_key_id: null, status: 200 }, { requested_at: '2026-11-05 08:00:00' });
  expect(await usage.answer('requests-without-key', NOW)).toMatchObject([{ endpoint: 'GET /orders', requests: 1, ok: 1 }]);
});

test('latency-by-endpoint: a percentile is the bound of its bucket, at most the longest latency', async () => {
  for (let latency = 1; latency <= 100; latency++) await usage.request({ requested_at: '2026-11-05 08:00:00', response_latency_ms: latency * 10 });
  expect(await usage.answer('latency-by-endpoint', NOW)).toMatchObject([{ requests: 100, latency_p50: 500, latency_p95: 1000, latency_p99: 1000, latency_max: 1000 }]);
});

test('busy-hours: hours of weekdays, in UTC', async () => {
  await usage.repeat(2, { requested_at: '2026-11-02 23:59:59' });
  await usage.request({ requested_at: '2026-11-08 00:00:00' });
  expect(await usage.answer('busy-hours', NOW)).toEqual([{ hour_of_day: 0, weekday: '7 Sunday', requests: 1 }, { hour_of_day: 23, weekday: '1 Monday', requests: 2 }]);
});

test('peak-against-throttle: the busiest second and hour of a key', async () => {
  await usage.usagePlan({ throttle_rate_limit: 4, throttle_burst_limit: 8 });
  await usage.repeat(3, { requested_at: '2026-11-17 08:00:00.500' });
  await usage.repeat(2, { requested_at: '2026-11-17 09:00:01' });
  await usage.repeat(2, { requested_at: '2026-11-17 09:59:59' });
  expect(await usage.answer('peak-against-throttle', NOW)).toMatchObject([{
    api_key_id: 'k1', second_requests: 3, second_at: '2026-11-17 08:00:00', rate_limit: 4, rate_share: 0.75, hour_requests: 4, hour_at: '2026-11-17 09:00:00',
  }]);
});

test('bytes, statement, lines and stages add up to the requests', async () => {
  await usage.request({ requested_at: '2026-11-05 08:00:00', response_length_bytes: 10 }, { requested_at: '2026-11-06 08:00:00', response_length_bytes: 5, status: 500 });
  expect(await usage.answer('bytes-by-customer-and-endpoint', NOW)).toMatchObject([{ customer_name: 'Acme', endpoint: 'GET /orders', response_bytes: 15 }]);
  expect(await usage.answer('usage-statement', NOW)).toMatchObject([{ customer_name: 'Acme', endpoint: 'GET /orders', requests: 2, ok: 1, errors: 1, response_bytes: 15 }]);
  expect(await usage.answer('requests-over-time', NOW)).toMatchObject([{ day: '2026-11-05 00:00:00', ok: 1, server_error: 0 }, { day: '2026-11-06 00:00:00', ok: 0, server_error: 1 }]);
  expect(await usage.answer('errors-over-time', NOW)).toMatchObject([{ server_error_rate: 0 }, { server_error_rate: 1 }]);
  expect(await usage.answer('requests-by-stage', NOW)).toMatchObject([{ api_name: 'Orders', stage: 'prod', requests: 2, share: 1, error_rate: 0.5 }]);
  expect(await usage.answer('most-used-endpoints', NOW)).toMatchObject([{ endpoint: 'GET /orders', ok: 1, server_error: 1 }]);
});

test('data-freshness: the days of arrival, the newest first', async () => {
  await usage.request({ requested_at: '2026-11-17 08:00:00' }, { requested_at: '2026-11-18 08:00:00', enrichment_status: 'no_directory' });
  expect(await usage.answer('data-freshness', NOW)).toMatchObject([{ arrival_day: '2026-11-18 00:00:00', without_directory: 1 }, { arrival_day: '2026-11-17 00:00:00', enriched: 1 }]);
});
