import { readFileSync } from 'fs';
import { join } from 'path';
import { shop } from './hand-made-app';
import { TYPING } from './handlers';
import { ordersApp } from './orders-app';
import { previewed } from './previewing';
import { temporaryFile, temporaryFolder } from './temporary-folder';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'preview.md'), 'utf8');
const [request, directory] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, snippet]) => snippet);

test('the files of docs/preview.md work together', async () => {
  const { rows } = await previewed(ordersApp(), temporaryFile('requests.ndjson', request),
    'select requested_at, path, customer_name, usage_plan_name, enrichment_status from logs',
    { directory: temporaryFile('directory.json', directory) });
  expect(rows).toEqual(['2026-05-17 10:05:03.000,/prod/v1/orders,Initech,Gold,enriched']);
});

describe('the page documents what a template and a query can do, and they can do it', () => {
  const file = temporaryFile('file.txt', 'of the user');
  const written = join(temporaryFolder(), 'written');

  test('a template executes code', async () => {
    expect(page).toContain('**The preview executes the code of the template.**');
    const handler = `require('fs').writeFileSync(${JSON.stringify(written)}, 'by the template'); ${TYPING}`;
    await previewed(shop({ handler }), [{}], 'SELECT 1');
    expect(readFileSync(written, 'utf8')).toBe('by the template');
  });

  test('a query reads and writes files', async () => {
    expect(page).toContain('**`--query` can read and write local files.**');
    const { rows } = await previewed(shop(), [], `COPY (SELECT 'by a query') TO '${written}' (HEADER false); SELECT content FROM read_text('${file}')`);
    expect(rows).toEqual(['of the user']);
    expect(readFileSync(written, 'utf8')).toBe('by a query\n');
  });
});
