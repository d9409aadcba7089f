import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { shop } from './hand-made-app';
import { commandHere, filesIn, previewed, requestsFile } from './previewing';
import { temporaryFolder } from './temporary-folder';

/* The preview empties its output folder. It must never empty one that its inputs lie in. */

interface Inputs { readonly template: string; readonly requests: string; readonly folder: string }

/** Inputs in one folder, which looks as if an earlier preview had written it. */
function inputs(requestsName = 'requests.ndjson'): Inputs {
  const template = shop();
  const folder = dirname(template);
  const requests = join(folder, requestsName);
  renameSync(requestsFile([{}]), requests);
  writeFileSync(join(folder, 'preview.json'), '{"pipelines":[]}');
  return { template, requests, folder };
}

function link(target: string, name = 'link'): string {
  const path = join(temporaryFolder(), name);
  symlinkSync(target, path);
  return path;
}

const looksEarlier = (folder: string) => writeFileSync(join(folder, 'preview.json'), '{"pipelines":[]}');

test.each<[string, (given: Inputs) => { readonly out: string } & Partial<Inputs>]>([
  ['the folder of the inputs', ({ folder }) => ({ out: folder })],
  ['a symbolic link to the folder of the inputs', ({ folder }) => ({ out: link(folder) })],
  ['a symbolic link to a symbolic link', ({ folder }) => ({ out: link(link(folder)) })],
  ['a parent of the folder', ({ folder }) => {
    looksEarlier(dirname(folder));
    return { out: dirname(folder) };
  }],
  ['a symbolic link to a parent of the folder', ({ folder }) => {
    looksEarlier(dirname(folder));
    return { out: link(dirname(folder)) };
  }],
  ['a folder below a symbolic link', ({ folder }) => ({ out: join(link(dirname(folder)), basename(folder)) })],
  ['the real folder, and the inputs are given by a symbolic link', ({ folder, template, requests }) => {
    const to = link(folder);
    return { out: folder, template: join(to, basename(template)), requests: join(to, basename(requests)) };
  }],
  ['a folder with the file that an input links to', ({ folder, requests }) => ({ out: folder, requests: link(requests, 'requests.ndjson') })],
  ['a folder with a link to an input', ({ folder, requests }) => {
    const elsewhere = join(temporaryFolder(), 'requests.ndjson');
    renameSync(requests, elsewhere);
    symlinkSync(elsewhere, requests);
    return { out: folder };
  }],
])('--out is %s: refused, and everything stays', async (_what, place) => {
  const given = inputs();
  const { out, template, requests } = { ...given, ...place(given) };
  const before = [...filesIn(given.folder).keys()];
  const { status, stderr } = await commandHere(['--template', template, '--requests', requests, '--out', out]);
  expect(stderr).toMatch(/^error: --out [^\n]* contains the input [^\n]*, which the preview would delete\. Give another folder\.\n$/);
  expect(status).toBe(2);
  expect([...filesIn(given.folder).keys()]).toEqual(before);
});

test('an input whose name begins with two dots is in the folder too', async () => {
  const { requests, folder } = inputs('..requests.ndjson');
  const { status } = await commandHere(['--template', shop(), '--requests', requests, '--out', folder]);
  expect(status).toBe(2);
  expect(existsSync(requests)).toBe(true);
});

test('the code of the functions is an input', async () => {
  const { template, folder } = inputs();
  const code = join(folder, 'elsewhere');
  mkdirSync(code);
  const manifest = template.replace('.template.json', '.assets.json');
  const assets = JSON.parse(readFileSync(manifest, 'utf8')) as { files: Record<string, { source: { path: string } }> };
  const [bundle] = Object.values(assets.files).filter(({ source }) => source.path.startsWith('asset.'));
  renameSync(join(folder, bundle.source.path), join(code, 'bundle'));
  bundle.source.path = 'elsewhere/bundle';
  writeFileSync(manifest, JSON.stringify(assets));
  looksEarlier(code);
  const { status, stderr } = await commandHere(['--template', template, '--requests', requestsFile([{}]), '--out', code]);
  expect(stderr).toContain('contains the input');
  expect(status).toBe(2);
  expect(existsSync(join(code, 'bundle', 'index.js'))).toBe(true);
});

test('a symbolic link to an empty folder is written through', async () => {
  const folder = temporaryFolder();
  const { rows } = await previewed(shop(), [{}], 'SELECT status FROM logs', { out: link(folder) });
  expect(rows).toEqual(['200']);
  expect([...filesIn(folder).keys()]).toContain('preview.json');
});

describe('--after', () => {
  test('the objects of the earlier preview are copied, not linked', async () => {
    const earlier = await previewed(shop(), [{}], 'SELECT 1');
    const moved = join(temporaryFolder(), 's3');
    renameSync(join(earlier.out, 's3'), moved);
    symlinkSync(moved, join(earlier.out, 's3'));
    const before = [...filesIn(moved).keys()];
    const { rows } = await previewed(shop(), [{ requestId: 'r9' }], 'SELECT request_id FROM logs ORDER BY 1', { after: earlier.out });
    expect(rows).toEqual(['r1', 'r9']);
    expect([...filesIn(moved).keys()]).toEqual(before);
  });

  test('the same requests once more are further objects, and replace none', async () => {
    const earlier = await previewed(shop(), [{}, {}], 'SELECT 1');
    const again = await previewed(shop(), [{}, {}], 'SELECT 1', { after: earlier.out });
    const { rows, preview } = await previewed(shop(), [{}, {}], 'SELECT request_id, count(*) FROM logs GROUP BY ALL ORDER BY ALL', { after: again.out });
    expect(rows).toEqual(['r1,3', 'r2,3']);
    expect(preview.problems).toEqual([]);
  });

  test('an output folder among the objects of the earlier preview is refused', async () => {
    const earlier = await previewed(shop(), [{}], 'SELECT 1');
    const out = join(earlier.out, 's3', 'out');
    const { status, stderr } = await commandHere(['--template', shop(), '--requests', requestsFile([{}]), '--after', earlier.out, '--out', out]);
    expect(stderr).toMatch(/^error: --out [^\n]* --after /);
    expect(status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
