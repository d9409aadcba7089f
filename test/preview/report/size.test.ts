import { statSync } from 'fs';
import { join } from 'path';
import { RequestsFile } from '../../../preview/gateway/requests-file';
import { runPreview } from '../../../preview/run-preview';
import { API, ordersApp } from '../orders-app';
import { requestsFile } from '../previewing';
import { temporaryFile, temporaryFolder } from '../temporary-folder';

const FIRST_DAY = Date.UTC(2026, 9, 1, 12);
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The report holds a row for each day, customer, plan and endpoint, so its size follows the groups and not the requests. */
test('a report of more groups than 100,000 generated requests have is at most 3 MB', async () => {
  const keys = range(40).map((index) => `key${index}`);
  const requests = range(31).flatMap((day) => keys.flatMap((key, customer) => range(10).map((endpoint) => ({
    'requestTimeEpoch': String(FIRST_DAY + day * 86_400_000 + customer),
    'requestId': `${day}-${key}-${endpoint}`,
    'apiId': API,
    'stage': 'prod',
    'identity.apiKeyId': key,
    'httpMethod': 'GET',
    'resourcePath': `/v1/resource-${endpoint}`,
    // Different numbers in each group, so that they compress no better than real ones.
    'responseLatency': String((day * 7919 + customer * 104_729 + endpoint * 1299) % 3001),
    'responseLength': String((day * 6571 + customer * 7877 + endpoint * 3571) % 50_021),
  }))));
  const directory = temporaryFile('directory.json', JSON.stringify({
    restApis: [{ id: API, name: 'Orders' }],
    usagePlans: [{ id: 'p1', name: 'Gold', apiStages: [{ apiId: API, stage: 'prod' }] }],
    apiKeys: keys.map((id, index) => ({ id, name: `Customer number ${index}`, enabled: true })),
    usagePlanKeys: { p1: keys.map((id) => ({ id })) },
  }));
  const out = temporaryFolder();
  const preview = await runPreview({ templates: ordersApp(), directory, requests: RequestsFile.open(requestsFile(requests)), escaping: 'json', out });
  preview.close();
  expect(preview.problems).toEqual([]);
  expect(preview.pipelines[0].rows).toBe(requests.length);
  const { size } = statSync(join(out, 'report.html'));
  expect(size).toBeLessThanOrEqual(3_000_000);
});
