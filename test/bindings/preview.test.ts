import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { join } from 'path';
import { folder, ROOT, run, VERSION } from './apps';
import { INITECH, INITECH_ANSWER, npxPreview, packedPreview } from './packed-preview';
import { bundlePreview } from '../../projenrc/bundling/bundle-preview';

const MAX_PACKAGE_BYTES = 550_000;

/** A folder with a cloud assembly and nothing else, in which nothing is installed. */
let app: string;
const environment = { npm_config_cache: folder() };
const preview = (args: readonly string[]) => npxPreview(app, args, environment);

beforeAll(() => {
  app = folder();
  run(ROOT, process.execPath, [require.resolve('tsx/cli'), '--tsconfig', 'tsconfig.dev.json', 'examples/typescript/quickstart.ts'], { CDK_OUTDIR: join(app, 'cdk.out') });
});

test('in an app, with an empty cache of npm, the preview needs no option and no other step', () => {
  const { status, stdout, stderr } = preview([]);
  const report = join(app, 'preview-out/report.html');
  expect(stderr).toMatch(/^OrdersApi\/Usage: [\d,]+ delivered, 0 failed, 0 unresolved/m);
  expect(stderr).toContain(`report: ${report}\n`);
  expect(stderr).not.toMatch(/^(note|problem|error):/m);
  expect(stdout).toBe('');
  expect(status).toBe(0);
  expect(readdirSync(join(app, 'preview-out')).sort()).toEqual(['logs', 'preview.json', 'report.html', 's3', 'truth.json']);
  expect(readFileSync(report, 'utf8')).toContain('API usage: OrdersApi/Usage');
});

test('requests of one\'s own, and a query', () => {
  cpSync(join(ROOT, 'examples/requests.ndjson'), join(app, 'r.ndjson'));
  const { status, stdout } = preview(['--requests', 'r.ndjson', '--query', INITECH]);
  expect(stdout).toBe(INITECH_ANSWER);
  expect(status).toBe(0);
});

test('a clone previews an app of one\'s own from its template', () => {
  const answer = run(ROOT, 'npm', ['run', '--silent', 'preview', '--',
    '--template', join(app, 'cdk.out/OrdersApi.template.json'),
    '--requests', join(ROOT, 'examples/requests.ndjson'),
    '--out', join(folder(), 'preview-out'),
    '--query', INITECH]);
  expect(answer).toBe(INITECH_ANSWER);
});

test('the assembly is where cdk.json says', () => {
  writeFileSync(join(app, 'cdk.json'), JSON.stringify({ app: 'node app.js', output: 'build/assembly' }));
  expect(preview([])).toMatchObject({ status: 2, stderr: expect.stringContaining(join(app, 'build/assembly')) });
  cpSync(join(app, 'cdk.out'), join(app, 'build/assembly'), { recursive: true });
  expect(preview(['--count', '10'])).toMatchObject({ status: 0 });
});

test('it knows its name and its version', () => {
  expect(preview(['--version'])).toMatchObject({ status: 0, stdout: `${VERSION}\n` });
  expect(preview(['--help']).stdout).toContain('Usage: cdk-api-usage-analytics-preview ');
});

describe('the package', () => {
  const unpacked = folder();
  beforeAll(() => void run(unpacked, 'tar', ['-xzf', packedPreview(), '--strip-components', '1']));
  const text = (file: string) => readFileSync(join(unpacked, file), 'utf8');
  const FILES = ['LICENSE', 'README.md', 'lib/THIRD-PARTY-LICENSES', 'lib/cli.js', 'lib/dashboard.css', 'lib/dashboard.js', 'lib/host.js', 'lib/report.css', 'lib/report.js', 'package.json'];

  test('has what runs, its documentation, and nothing else', () => {
    expect(readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(unpacked, file)).isFile()).sort()).toEqual(FILES);
    expect(statSync(packedPreview()).size).toBeLessThan(MAX_PACKAGE_BYTES);
  });

  test('publint has nothing to say', () => {
    expect(run(ROOT, join(ROOT, 'node_modules/.bin/publint'), ['run', packedPreview()], { NO_COLOR: '1' })).toMatch(/All good!\s*$/);
  });

  test('installs DuckDB alone', () => {
    const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<string, object>;
    expect(Object.keys(dependencies)).toEqual(['@duckdb/node-api']);
    expect(devDependencies).toBeUndefined();
  });

  test('has the version of the library, also when a release raises it', async () => {
    expect(JSON.parse(text('package.json'))).toMatchObject({ version: VERSION });
    const released = folder();
    await bundlePreview(released, '7.8.9');
    expect(JSON.parse(readFileSync(join(released, 'package.json'), 'utf8'))).toMatchObject({ version: '7.8.9' });
    expect(run(released, process.execPath, ['lib/cli.js', '--version'], { NODE_PATH: join(ROOT, 'node_modules') })).toBe('7.8.9\n');
  });

  test('has no path of the machine that packed it, and no source map', () => {
    for (const file of FILES) {
      expect([file, text(file).includes(ROOT)]).toEqual([file, false]);
      expect([file, text(file).includes('sourceMappingURL')]).toEqual([file, false]);
    }
  });

  test('has the licence of each package in the bundle', () => {
    const licences = text('lib/THIRD-PARTY-LICENSES');
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'preview/package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    const bundled = Object.keys(devDependencies).filter((name) => !name.startsWith('@types/') && name !== 'esbuild');
    expect(bundled).toContain('echarts');
    for (const name of [...bundled, 'zrender', 'tslib']) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    expect(licences).toContain('Copyright 2017-2026 The Apache Software Foundation');
  });
});
