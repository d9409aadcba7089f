import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { synthesise } from './hand-made-app';
import { API, KEY, ordersApp, REQUEST, SECRET } from './orders-app';
import { filesWith, previewed } from './previewing';
import { temporaryFile } from './temporary-folder';
import { ApiUsageAnalytics, RecordFormat, UsageCatalog } from '../../src';

describe.each([
  ['JSON, crawled', {}],
  ['Parquet, projected', { format: RecordFormat.parquet(), catalog: UsageCatalog.projected() }],
])('%s', (_what, props) => {
  test.each([false, true])('a request gets the names of its key, customer and plan; stacks apart: %s', async (apart) => {
    const { rows, preview, out } = await previewed(ordersApp(props, apart), [REQUEST, { ...REQUEST, 'identity.apiKeyId': 'gone' }, { ...REQUEST, 'identity.apiKeyId': '-' }],
      'SELECT requested_at, api_name, customer_name, usage_plan_name, enrichment_status, status, month FROM logs ORDER BY 1');
    expect(rows).toEqual([
      '2026-05-17 10:05:03.000,Orders,Umbrella Ltd,Gold,enriched,200,05',
      '2026-05-17 10:05:04.000,Orders,,,unknown_key,200,05',
      '2026-05-17 10:05:05.000,Orders,,,no_key,200,05',
    ]);
    expect(preview.pipelines).toEqual([expect.objectContaining({ construct: apart ? 'Analytics/Usage' : 'Shop/Usage', delivered: 3, failed: 0, rows: 3 })]);
    expect(filesWith(out, SECRET)).toEqual([]);
  });

  test.each(['json', 'none'] as const)('text of callers stays in its own column; escaping %s', async (escaping) => {
    const ugly = [
      'say "hi"', '\\', '\\"', '","status":"500","x":"', '"}\n{"status":"500"}', '\u0000\u001f\u007f', '\udcff\udc80 not UTF-8', '😀'.repeat(2000), '-', '', '$context.status',
    ];
    const requests = ugly.flatMap((text) => ['identity.userAgent', 'path', 'error.message'].map((name) => ({ ...REQUEST, [name]: text })));
    const { rows, preview } = await previewed(ordersApp(props), requests,
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
  const { rows, out } = await previewed(ordersApp(), ['k0', 'k1099', 'k1100', KEY].map((key) => ({ ...REQUEST, 'identity.apiKeyId': key })),
    'SELECT api_name, usage_plan_name, customer_name, enrichment_status FROM logs ORDER BY requested_at', { directory });
  expect(rows).toEqual([
    '"Orders, renamed",Silver,customer 0,enriched',
    '"Orders, renamed",Silver,customer 1099,enriched',
    '"Orders, renamed",,,unknown_key',
    '"Orders, renamed",,,unknown_key',
  ]);
  expect(filesWith(out, SECRET)).toEqual([]);
  // The search does find what is there.
  expect(filesWith(out, 'customer 1099').some((name) => name.endsWith('.gz'))).toBe(true);
});

test('the directory\'s tables can be queried beside the requests', async () => {
  const { rows } = await previewed(ordersApp(), [REQUEST], 'SELECT l.status, k.api_key_name FROM logs l JOIN api_keys k ON k.api_key_id = l.api_key_id');
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
