import { rowsOf } from './bundle';
import { sourceContainer } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { Column } from '../../src/schema/column';
import { columnsOf, SAME_COLUMNS } from '../../src/schema/log-schema';

/* Records that are under way while a deployment changes the columns. */
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
  expect(row).toMatchObject({ ...KEPT, ...expected });
  expect(Object.keys(row!).sort()).toEqual(columnsOf(after).map(({ name }) => name).sort());
  expect(own).toMatchObject({ ...KEPT, parse_status: 'strict' });
});

test('an order that was never ours is read where each name stands once', async () => {
  const [first, ...rest] = columnsOf(SAME_COLUMNS).filter(({ variable }) => variable).reverse();
  const text = `{${[first, ...rest].map(({ name }) => `"${name}":"${String(REQUEST[name] ?? '-')}"`).join(',')}}`;
  const [row, twice] = await rowsOf(sourceContainer(s3), [Buffer.from(text), Buffer.from(text.replace('{', '{"status":"500",'))]);
  expect(row).toMatchObject(KEPT);
  expect(twice).toMatchObject({ ...KEPT, status: null, parse_status: 'ambiguous' });
});
