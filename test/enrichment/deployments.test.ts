import { rowsOf } from './bundle';
import { sourceContainer } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { Column } from '../../src/schema/column';
import { columnsOf, SAME_COLUMNS } from '../../src/schema/log-schema';

/* Records that are on their way while a deployment changes the columns. */
const TENANT: Column = { name: 'tenant', kind: 'text', maxBytes: 64, variable: 'authorizer.tenantId', fromCaller: true, comment: 'The tenant.' };
const CLAIM: Column = { name: 'claim', kind: 'integer', variable: 'authorizer.claim', fromCaller: true, comment: 'A claim.' };
const WITH_TENANT = { extra: [TENANT], omitted: [] };
const WITHOUT_AGENT = { extra: [], omitted: ['user_agent', 'user_arn'] };

let s3: FakeS3;
beforeAll(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
});
afterAll(() => s3.stop());

const KEPT = { extended_request_id: REQUEST.extended_request_id, customer_id: 'Initech', status: 200, path: REQUEST.path, api_key_id: 'key-of-initech' };

test.each([
  ['added', SAME_COLUMNS, WITH_TENANT, { tenant: null, user_agent: 'curl/8.5.0' }],
  ['removed', WITH_TENANT, SAME_COLUMNS, { user_agent: 'curl/8.5.0' }],
  ['omitted', SAME_COLUMNS, WITHOUT_AGENT, {}],
  ['back again', WITHOUT_AGENT, SAME_COLUMNS, { user_agent: null, user_arn: null }],
  ['reordered', { extra: [TENANT, CLAIM], omitted: [] }, { extra: [CLAIM, TENANT], omitted: [] }, { tenant: 'acme', claim: 7 }],
])('columns %s: the record is delivered, with what both deployments know', async (_, before, after, expected) => {
  const handler = sourceContainer(s3, { columns: after });
  const values = { ...REQUEST, tenant: 'acme', claim: '7' };
  const [row, own] = await rowsOf(handler, [gatewayLine(values, 'json', columnsOf(before)), gatewayLine(values, 'json', columnsOf(after))]);
  expect(row).toMatchObject({ ...KEPT, ...expected, parse_status: 'tolerant' });
  expect(Object.keys(row!).sort()).toEqual(columnsOf(after).map(({ name }) => name).sort());
  expect(own).toMatchObject({ ...KEPT, parse_status: 'strict' });
});

test('a column that callers could write in the format of the line is not trusted, even if they cannot in the current format', async () => {
  const { fromCaller: _, ...trusted } = { ...TENANT, variable: 'identity.principalOrgId' };
  const values = { ...REQUEST, tenant: 'acme' };
  const lineOf = (tenant: Column) => gatewayLine(values, 'json', columnsOf({ extra: [tenant], omitted: [] }));
  const [written] = await rowsOf(sourceContainer(s3, { columns: { extra: [trusted], omitted: [] } }), [lineOf(TENANT)]);
  expect(written).toMatchObject({ ...KEPT, tenant: null });
  const [believed] = await rowsOf(sourceContainer(s3, { columns: WITH_TENANT }), [lineOf(trusted)]);
  expect(believed).toMatchObject({ ...KEPT, tenant: 'acme' });
});

test('if a forged column replaces a missing one, the row is marked as ambiguous', async () => {
  const columns = columnsOf({ extra: [TENANT], omitted: ['xray_trace_id'] });
  const line = gatewayLine({ ...REQUEST, validation_error: 'x","xray_trace_id":"forged', tenant: 'acme' }, 'none', columns);
  const [row] = await rowsOf(sourceContainer(s3), [line]);
  expect(row).toMatchObject({ ...KEPT, parse_status: 'ambiguous' });
});

test('the row of a line without the number of its columns is marked as ambiguous', async () => {
  const text = gatewayLine(REQUEST).toString().replace(/,"fieldCount":"\d+"/, '');
  const [row] = await rowsOf(sourceContainer(s3), [Buffer.from(text)]);
  expect(row).toMatchObject({ ...KEPT, parse_status: 'ambiguous' });
});
