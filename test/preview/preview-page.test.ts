import { readFileSync } from 'fs';
import { join } from 'path';
import { ordersApp } from './orders-app';
import { previewed } from './previewing';
import { temporaryFile } from './temporary-folder';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'preview.md'), 'utf8');
const [request, directory] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, snippet]) => snippet);

test('the files of docs/preview.md work together', async () => {
  const { rows } = await previewed(ordersApp(), temporaryFile('requests.ndjson', request),
    'select requested_at, path, customer_name, usage_plan_name, enrichment_status from logs',
    { directory: temporaryFile('directory.json', directory) });
  expect(rows).toEqual(['2026-05-17 10:05:03.000,/v1/orders,Initech,Gold,enriched']);
});
