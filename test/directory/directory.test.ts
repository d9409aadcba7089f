import { linked, listedKey, listedPlan } from './refresh/samples';
import { Directory } from '../../src/directory/directory';
import { parseSnapshot } from '../../src/directory/snapshot';
import { toSnapshot } from '../../src/directory/to-snapshot';

function stages(...paths: [apiId: string, stage: string][]) {
  return paths.map(([apiId, stage]) => ({ apiId, stage, methodThrottles: {} }));
}

function read(...parts: Parameters<typeof linked>): Directory {
  return new Directory(parseSnapshot(JSON.stringify(toSnapshot(linked(...parts))))!);
}

describe('find', () => {
  const directory = read({
    apis: [{ id: 'a', name: 'Animals', description: null, createdAt: null }],
    usagePlans: [
      listedPlan('p1', { keyIds: ['k'], stages: stages(['a', 'test']) }),
      listedPlan('p2', { keyIds: ['k'], stages: stages(['a', 'prod'], ['b', 'prod']) }),
    ],
    apiKeys: [listedKey('k'), listedKey('loose')],
  });
  const known = { api_key_name: 'key k', customer_id: 'key k', customer_name: 'key k', internal_key: false };
  const unknown = { api_key_name: null, customer_id: null, customer_name: null, internal_key: null };
  const noPlan = { usage_plan_id: null, usage_plan_name: null };

  test.each([
    ['the plan that holds the key and the stage', ['a', 'prod', 'k'],
      { api_name: 'Animals', ...known, usage_plan_id: 'p2', usage_plan_name: 'plan p2', enrichment_status: 'enriched' }],
    ['another plan of the same key on another stage', ['a', 'test', 'k'],
      { api_name: 'Animals', ...known, usage_plan_id: 'p1', usage_plan_name: 'plan p1', enrichment_status: 'enriched' }],
    ['a plan on an API that has no name', ['b', 'prod', 'k'],
      { api_name: null, ...known, usage_plan_id: 'p2', usage_plan_name: 'plan p2', enrichment_status: 'enriched' }],
    ['a key that has no plan on the stage', ['b', 'test', 'k'], { api_name: null, ...known, ...noPlan, enrichment_status: 'no_plan' }],
    ['a request without a stage', ['a', null, 'k'], { api_name: 'Animals', ...known, ...noPlan, enrichment_status: 'no_plan' }],
    ['a request without an API', [null, 'prod', 'k'], { api_name: null, ...known, ...noPlan, enrichment_status: 'no_plan' }],
    ['no key', ['a', 'prod', null], { api_name: 'Animals', ...unknown, ...noPlan, enrichment_status: 'no_key' }],
    ['a key that is not in the directory', ['a', 'prod', 'x'], { api_name: 'Animals', ...unknown, ...noPlan, enrichment_status: 'unknown_key' }],
    ['an id that every object knows', ['constructor', 'prod', '__proto__'],
      { api_name: null, ...unknown, ...noPlan, enrichment_status: 'unknown_key' }],
  ] as const)('%s', (_name, [apiId, stage, keyId], names) => {
    expect(directory.find(apiId, stage, keyId)).toEqual(names);
  });
});

test('an id may be the name of an inherited property', () => {
  const directory = read({
    usagePlans: [listedPlan('constructor', { keyIds: ['__proto__'], stages: stages(['__proto__', 'prod']) })],
    apiKeys: [listedKey('__proto__')],
  });
  expect(directory.find('__proto__', 'prod', '__proto__')).toMatchObject({ usage_plan_id: 'constructor', enrichment_status: 'enriched' });
});

test('a plan that is not in the snapshot has no name', () => {
  const key = { name: 'k', customerId: 'k', customerName: 'k', plans: ['gone'] };
  expect(new Directory({ version: 1, apis: {}, plans: {}, keys: { k: key } }).find('a', 'prod', 'k').enrichment_status).toBe('no_plan');
});

test('ten thousand keys and a plan of fifty stages are under 10 MB', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `key${String(index).padStart(7, '0')}`);
  const fifty = stages(...Array.from({ length: 50 }, (_, index): [string, string] => [`api${index}`, 'prod']));
  const text = JSON.stringify(toSnapshot(linked({
    usagePlans: [listedPlan('p', { keyIds: ids, stages: fifty })],
    apiKeys: ids.map((id) => listedKey(id, { name: `A customer with quite a long name, ${id}` })),
  })));
  expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
  expect(new Directory(parseSnapshot(text)!).find('api49', 'prod', ids[9_999]).enrichment_status).toBe('enriched');
});
