import { directoryObjects } from '../../../src/directory/refresh/objects';
import { API_KEYS_TABLE } from '../../../src/directory/tables/api-keys-table';
import { APIS_TABLE } from '../../../src/directory/tables/apis-table';
import { STAGES_TABLE } from '../../../src/directory/tables/stages-table';
import { DIRECTORY_TABLES } from '../../../src/directory/tables/tables';
import { USAGE_PLANS_TABLE } from '../../../src/directory/tables/usage-plans-table';
import { ENVIRONMENT, linked, listedKey, listedPlan, listedStage } from '../refresh/samples';

const CREATED = new Date(Date.UTC(2026, 4, 17, 10, 5, 3, 250));

test.each(DIRECTORY_TABLES.map((table) => [table.name, table] as const))('%s has its own folder and columns with valid names', (name, table) => {
  expect(table.key).toBe(`${name}/${name}.ndjson`);
  expect(table.comment).toMatch(/^[A-Z].*\.$/);
  const names = table.columns.map((column) => column.name);
  expect(new Set(names).size).toBe(names.length);
  for (const column of table.columns) {
    expect(column.name).toMatch(/^[a-z][a-z_]*$/);
    expect(column.comment).toMatch(/^[A-Z].*\.$/);
    expect(column.comment.length).toBeLessThanOrEqual(255);
  }
});

test('a line of NDJSON holds every column, in the order of the table', () => {
  const model = linked({ apiKeys: [listedKey('k')], usagePlans: [listedPlan('p')], apis: [{ id: 'a', name: 'A', description: null, createdAt: null }], stages: [listedStage('a', 'prod')] });
  const objects = directoryObjects(model, ENVIRONMENT);
  DIRECTORY_TABLES.forEach((table, index) => {
    expect(objects[index].body.split('\n')).toHaveLength(2);
    expect(Object.keys(JSON.parse(objects[index].body))).toEqual(table.columns.map(({ name }) => name));
  });
});

test('api_keys has a row for each plan of a key, and one for a key in none', () => {
  const rows = API_KEYS_TABLE.rows(linked({
    usagePlans: [listedPlan('p2', { keyIds: ['k1', 'deleted'] }), listedPlan('p1', { keyIds: ['k1', 'k1'] })],
    apiKeys: [listedKey('k2'), listedKey('k1')],
  }));
  expect(rows.map((row) => [row.api_key_id, row.usage_plan_id, row.usage_plan_name])).toEqual([
    ['k1', 'p1', 'plan p1'], ['k1', 'p2', 'plan p2'], ['k2', null, null],
  ]);
});

test('an api_keys row has the attributes of the key', () => {
  const key = listedKey('k', { enabled: false, createdAt: CREATED, marketplaceCustomerId: 'm', tags: { team: 'b', area: 'a' }, description: 'd' });
  expect(API_KEYS_TABLE.rows(linked({ apiKeys: [key] }))).toEqual([{
    api_key_id: 'k',
    api_key_name: 'key k',
    customer_id: 'key k',
    customer_name: 'key k',
    description: 'd',
    enabled: false,
    created_at: '2026-05-17 10:05:03.250',
    marketplace_customer_id: 'm',
    tags: '{"area":"a","team":"b"}',
    usage_plan_id: null,
    usage_plan_name: null,
    internal_key: false,
  }]);
});

test('usage_plans has a row for each stage of a plan, and one for a plan without stages', () => {
  const methodThrottles = { '/pets/POST': { rateLimit: 0.5, burstLimit: 2 }, '/pets/GET': { rateLimit: 1, burstLimit: null } };
  const rows = USAGE_PLANS_TABLE.rows(linked({
    apis: [{ id: 'a', name: 'Animals', description: null, createdAt: null }],
    usagePlans: [
      listedPlan('p', {
        stages: [{ apiId: 'b', stage: 'test', methodThrottles: {} }, { apiId: 'a', stage: 'prod', methodThrottles }],
        quota: { limit: 10, offset: 1, period: 'DAY' },
        throttle: { rateLimit: 10.5, burstLimit: 20 },
      }),
      listedPlan('none', { productCode: 'code', tags: { tier: '1' } }),
    ],
  }));
  expect(rows).toMatchObject([
    { usage_plan_id: 'none', api_id: null, api_name: null, stage: null, quota_limit: null, method_throttles: null, product_code: 'code', tags: '{"tier":"1"}' },
    {
      api_id: 'a',
      api_name: 'Animals',
      stage: 'prod',
      quota_limit: 10,
      quota_offset: 1,
      quota_period: 'DAY',
      throttle_rate_limit: 10.5,
      throttle_burst_limit: 20,
      method_throttles: '{"/pets/GET":{"rateLimit":1,"burstLimit":null},"/pets/POST":{"rateLimit":0.5,"burstLimit":2}}',
    },
    { api_id: 'b', api_name: null, stage: 'test', method_throttles: null, tags: null },
  ]);
});

test('apis has a row for each API', () => {
  const api = { id: 'a', name: 'Animals', description: 'All', createdAt: CREATED };
  expect(APIS_TABLE.rows(linked({ apis: [api, api] }))).toEqual([
    { api_id: 'a', api_name: 'Animals', description: 'All', created_at: '2026-05-17 10:05:03.250' },
  ]);
});

test('stages has a row for each stage that logs to the pipeline, in the order of their names', () => {
  const rows = STAGES_TABLE.rows(linked({
    apis: [{ id: 'a', name: 'Animals', description: null, createdAt: null }],
    stages: [listedStage('gone', 'prod'), listedStage('a', 'prod', { description: 'd', deploymentId: 'd-1', createdAt: CREATED, tags: { b: '2', a: '1' } })],
  }));
  expect(rows).toEqual([
    {
      api_id: 'a',
      api_name: 'Animals',
      stage: 'prod',
      description: 'd',
      deployment_id: 'd-1',
      created_at: '2026-05-17 10:05:03.250',
      tags: '{"a":"1","b":"2"}',
    },
    { api_id: 'gone', api_name: null, stage: 'prod', description: null, deployment_id: null, created_at: null, tags: null },
  ]);
});
