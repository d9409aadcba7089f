import { API, ordersApp, REQUEST } from './orders-app';
import { commandHere, previewed, requestsFile } from './previewing';
import { temporaryFile, temporaryFolder } from './temporary-folder';

/* A directory file may name keys, plans and stages that nothing defines. The preview says what it makes of them. */

const directory = (contents: object) => temporaryFile('directory.json', JSON.stringify(contents));
const GOLD = { id: 'gold', name: 'Gold', apiStages: [{ apiId: API, stage: 'prod' }] };
const SQL = 'SELECT api_key_id, usage_plan_name, customer_name, enrichment_status FROM logs';
const request = (key: string, more = {}) => ({ ...REQUEST, 'identity.apiKeyId': key, ...more });

test('a complete directory has no note, also if the stage is only in the templates', async () => {
  const file = directory({ usagePlans: [GOLD], apiKeys: [{ id: 'k1', name: 'Acme' }], usagePlanKeys: { gold: [{ id: 'k1' }] } });
  const { preview, rows } = await previewed(ordersApp(), [request('k1')], SQL, { directory: file });
  expect(rows).toEqual(['k1,Gold,Acme,enriched']);
  expect(preview.notes).toEqual([]);
});

test('a key that is only in a plan', async () => {
  const file = directory({ usagePlans: [GOLD], apiKeys: [{ id: 'k1' }], usagePlanKeys: { gold: [{ id: 'k1' }, { id: 'k2' }] } });
  const { preview, rows } = await previewed(ordersApp(), [request('k2')], SQL, { directory: file });
  expect(rows).toEqual(['k2,,,unknown_key']);
  expect(preview.notes).toEqual([
    'the preview ignores keys of plans that apiKeys does not list: k2 in plan gold',
    'requests have ids of API keys that do not exist, so that their rows have no names: k2. The ids that exist: k1',
  ]);
});

test('a plan that only has keys', async () => {
  const file = directory({ apiKeys: [{ id: 'k1', name: 'Acme' }], usagePlanKeys: { gone: [{ id: 'k1' }] } });
  const { preview, rows } = await previewed(ordersApp(), [request('k1')], SQL, { directory: file });
  expect(rows).toEqual(['k1,,,unknown_key']);
  expect(preview.notes).toEqual(['the preview ignores keys of plans that usagePlans does not list: gone']);
});

test('a stage that only a plan names, of an API that is known and of one that is not', async () => {
  const plan = { ...GOLD, apiStages: [...GOLD.apiStages, { apiId: API, stage: 'beta' }, { apiId: 'toString', stage: 'prod' }] };
  const file = directory({ usagePlans: [plan], apiKeys: [{ id: 'k1', name: 'Acme' }], usagePlanKeys: { gold: [{ id: 'k1' }] } });
  const { preview, rows } = await previewed(ordersApp(), [request('k1', { stage: 'beta' })], SQL, { directory: file });
  expect(rows).toEqual(['k1,Gold,Acme,enriched']);
  expect(preview.notes).toEqual([
    `the preview assumes that stages log to the pipeline which neither the directory nor the templates list: ${API}/beta in plan gold, toString/prod in plan gold`,
  ]);
});

test('many are counted, and the command prints them', async () => {
  const file = directory({ usagePlans: [GOLD], usagePlanKeys: { gold: Array.from({ length: 12 }, (_, index) => ({ id: `k${index}` })) } });
  const { stderr, status } = await commandHere(['--template', ...ordersApp(), '--requests', requestsFile([REQUEST]), '--directory', file, '--out', temporaryFolder()]);
  expect(stderr).toMatch(/^note: [^\n]*: k0 in plan gold, [^\n]*, k9 in plan gold and 2 more\.$/m);
  expect(status).toBe(0);
});
