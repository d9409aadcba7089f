import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { synthesise } from './hand-made-app';
import { filesWith, previewed } from './previewing';
import { temporaryFile } from './temporary-folder';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, RecordFormat, UsageCatalog } from '../../src';

const SECRET = 'Secret0123456789abcdefghij';

/** An API with a plan and a key, in a stack of its own or in that of the pipeline. */
function app(props: ApiUsageAnalyticsProps, apart = false): readonly string[] {
  const template = synthesise((cdkApp: App) => {
    const shop = new Stack(cdkApp, 'Shop');
    const api = new apigateway.RestApi(shop, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
    api.root.addResource('orders').addMethod('GET');
    const plan = api.addUsagePlan('Gold', { name: 'Gold', apiStages: [{ stage: api.deploymentStage }] });
    plan.addApiKey(api.addApiKey('Umbrella', { apiKeyName: 'Umbrella Ltd', value: SECRET }));
    new ApiUsageAnalytics(apart ? new Stack(cdkApp, 'Analytics') : shop, 'Usage', { ...props, stages: [api.deploymentStage] });
  });
  return apart ? [template('Shop'), template('Analytics')] : [template('Shop')];
}

const KEY = 'OrdersUmbrella467C20A5';
const API = 'OrdersA9B65338';
const request = { 'apiId': API, 'stage': 'prod', 'identity.apiKeyId': KEY, 'extendedRequestId': 'x1=', 'httpMethod': 'GET' };

describe.each([
  ['JSON, crawled', {}],
  ['Parquet, projected', { format: RecordFormat.parquet(), catalog: UsageCatalog.projected() }],
])('%s', (_what, props) => {
  test.each([false, true])('a request gets the names of its key, customer and plan; stacks apart: %s', async (apart) => {
    const { rows, preview, out } = await previewed(app(props, apart), [request, { ...request, 'identity.apiKeyId': 'gone' }, { ...request, 'identity.apiKeyId': '-' }],
      'SELECT requested_at, api_name, customer_name, usage_plan_name, enrichment_status, status, month FROM logs ORDER BY 1');
    expect(rows).toEqual([
      '2026-05-17 10:05:03.000,Orders,Umbrella Ltd,Gold,enriched,200,05',
      '2026-05-17 10:05:04.000,Orders,,,unknown_key,200,05',
      '2026-05-17 10:05:05.000,Orders,,,no_key,200,05',
    ]);
    expect(preview.pipelines).toEqual([expect.objectContaining({ construct: apart ? 'Analytics/Usage' : 'Shop/Usage', delivered: 3, failed: 0, rows: 3 })]);
    expect(filesWith(out, SECRET)).toEqual([]);
  });

  test.each(['json', 'none'] as const)('what callers write stays where it belongs; escaping %s', async (escaping) => {
    const ugly = [
      'say "hi"', '\\', '\\"', '","status":"500","x":"', '"}\n{"status":"500"}', '\u0000\u001f\u007f', '\udcff\udc80 not UTF-8', '😀'.repeat(2000), '-', '', '$context.status',
    ];
    const requests = ugly.flatMap(text => ['identity.userAgent', 'path', 'error.message'].map(name => ({ ...request, [name]: text })));
    const { rows, preview } = await previewed(app(props), requests,
      'SELECT status, api_key_id, usage_plan_name, customer_name, extended_request_id, count(*) FROM logs GROUP BY ALL', { escaping });
    expect(rows).toEqual([`200,${KEY},Gold,Umbrella Ltd,x1=,${requests.length}`]);
    expect(preview.pipelines[0]).toMatchObject({ failed: 0, rows: requests.length });
  });
});

test('a directory file replaces the one of the template, and no secret of it reaches a file', async () => {
  const directory = temporaryFile('directory.json', JSON.stringify({
    restApis: [{ id: API, name: 'Orders, renamed', createdDate: '2026-01-01T00:00:00Z' }],
    usagePlans: [{ id: 'p1', name: 'Silver', apiStages: [{ apiId: API, stage: 'prod' }] }],
    apiKeys: Array.from({ length: 1200 }, (_, index) => ({ id: `k${index}`, name: `customer ${index}`, enabled: true, createdDate: 1_767_225_600, value: `${SECRET}${index}` })),
    usagePlanKeys: { p1: Array.from({ length: 1100 }, (_, index) => ({ id: `k${index}`, type: 'API_KEY' })) },
  }));
  const { rows, out } = await previewed(app({}), ['k0', 'k1099', 'k1100', KEY].map(key => ({ ...request, 'identity.apiKeyId': key })),
    'SELECT api_name, usage_plan_name, customer_name, enrichment_status FROM logs ORDER BY requested_at', { directory });
  expect(rows).toEqual([
    '"Orders, renamed",Silver,customer 0,enriched',
    '"Orders, renamed",Silver,customer 1099,enriched',
    '"Orders, renamed",,,unknown_key',
    '"Orders, renamed",,,unknown_key',
  ]);
  expect(filesWith(out, SECRET)).toEqual([]);
  // The search does find what is there.
  expect(filesWith(out, 'customer 1099').some(name => name.endsWith('.gz'))).toBe(true);
});

test('the directory\'s tables can be queried beside the requests', async () => {
  const { rows } = await previewed(app({}), [request], 'SELECT l.status, k.api_key_name FROM logs l JOIN api_keys k ON k.api_key_id = l.api_key_id');
  expect(rows).toEqual(['200,Umbrella Ltd']);
});

test('two pipelines in a stack, each with its own directory', async () => {
  const template = synthesise((cdkApp) => {
    const stack = new Stack(cdkApp, 'Shop');
    const apis = ['One', 'Two'].map((id) => {
      const api = new apigateway.RestApi(stack, id, { defaultMethodOptions: { apiKeyRequired: true } });
      api.root.addMethod('GET');
      return api;
    });
    apis.forEach((api, index) => new ApiUsageAnalytics(stack, `Usage${index}`, { stages: [api.deploymentStage] }));
  })('Shop');
  const { preview } = await previewed(template, [{}, {}], 'SELECT 1', { pipeline: 'Usage1' });
  expect(preview.pipelines).toMatchObject([{ construct: 'Shop/Usage0', delivered: 0 }, { construct: 'Shop/Usage1', delivered: 2, unresolved: 0 }]);
  expect(preview.problems).toEqual([]);
});
