import { rowsOf } from './bundle';
import { bothContainers, Handler } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { COLUMNS } from '../../src/schema/columns';

let s3: FakeS3;
let handler: Handler;

beforeAll(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
  handler = bothContainers(s3);
});
afterAll(() => s3.stop());

const one = async (line: Buffer) => (await rowsOf(handler, [line]))[0];

test('a request becomes a typed, flat row with every column', async () => {
  const row = await one(gatewayLine(REQUEST));
  expect(Object.keys(row!).sort()).toEqual(COLUMNS.map(({ name }) => name).sort());
  expect(row).toMatchObject({
    extended_request_id: 'Xr5aGFcjoAMF1Hw=',
    requested_at: '2026-05-17 10:05:03.123',
    api_name: 'Orders',
    api_key_name: 'Initech',
    customer_id: 'Initech',
    customer_name: 'Initech',
    usage_plan_id: 'gold',
    usage_plan_name: 'Gold',
    enrichment_status: 'enriched',
    parse_status: 'strict',
    source_ip: '203.0.113.0',
    status: 200,
    response_length_bytes: 812,
    integration_latency_ms: null,
    waf_status: null,
    error_message: null,
  });
});

test.each([
  ['no key', {}, '-', { enrichment_status: 'no_key', api_name: 'Orders', customer_id: null }],
  ['a key that is not known', {}, 'stranger', { enrichment_status: 'unknown_key', api_name: 'Orders', customer_id: null, api_key_id: 'stranger' }],
  ['a key without a plan on the stage', {}, 'key-of-hooli', { enrichment_status: 'no_plan', customer_id: 'Hooli', usage_plan_id: null }],
  ['a key that every object has', {}, '__proto__', { enrichment_status: 'unknown_key', customer_id: null }],
  ['a stage of another plan', { stage: 'beta' }, 'key-of-initech', { enrichment_status: 'enriched', usage_plan_name: 'Beta' }],
  ['an API that is not known', { api_id: 'zzz' }, 'key-of-initech', { enrichment_status: 'no_plan', api_name: null, customer_id: 'Initech' }],
])('%s', async (_, differing, api_key_id, expected) => {
  expect(await one(gatewayLine({ ...REQUEST, ...differing, api_key_id }))).toMatchObject(expected);
});

test.each([
  ['nothing', ''],
  ['blanks', ' \n'],
  ['another JSON object', '{"message":"hello"}\n'],
  ['text', 'hello'],
  ['a half of the first name', '{"extended_req'],
  ['a list', '["extended_request_id"]'],
])('%s is given back as it came', async (_, text) => {
  expect(await one(Buffer.from(text))).toBeUndefined();
});

test('a bad record harms none of its neighbours', async () => {
  const rows = await rowsOf(handler, [gatewayLine(REQUEST), Buffer.from('nonsense'), gatewayLine({ ...REQUEST, status: '404' })]);
  expect(rows.map((row) => row?.status)).toEqual([200, undefined, 404]);
});

test('a truncated line becomes a row with the values that are complete', async () => {
  const line = gatewayLine(REQUEST);
  const row = await one(line.subarray(0, line.indexOf('curl') + 2));
  expect(row).toMatchObject({ extended_request_id: 'Xr5aGFcjoAMF1Hw=', customer_id: 'Initech', status: 200, parse_status: 'ambiguous', xray_trace_id: null });
});

test('a value that is not a number is null in a numeric column, and the row is kept', async () => {
  const row = await one(gatewayLine({ ...REQUEST, status: 'abc', response_latency_ms: '1e999', response_length_bytes: '99999999999999999999', requested_at: 'now' }));
  expect(row).toMatchObject({ status: null, response_latency_ms: null, response_length_bytes: null, requested_at: null });
});

test('long values are cut between two characters', async () => {
  const row = await one(gatewayLine({ ...REQUEST, user_agent: '€'.repeat(3000) }));
  const userAgent = COLUMNS.find(({ name }) => name === 'user_agent') as { maxBytes: number };
  expect(row!.user_agent).toBe('€'.repeat(Math.floor(userAgent.maxBytes / 3)));
});

test('nothing is printed', async () => {
  const printed = ['log', 'info', 'warn', 'error', 'debug'].map((method) => jest.spyOn(console, method as 'log'));
  const stdout = jest.spyOn(process.stdout, 'write');
  await rowsOf(handler, [gatewayLine(REQUEST), Buffer.from('secret nonsense')]);
  const calls = [...printed, stdout].flatMap((spy) => spy.mock.calls.map(String));
  jest.restoreAllMocks();
  expect(calls).toEqual([]);
});
