import { cpSync, existsSync, statSync } from 'fs';
import { join } from 'path';
import { CDK, CONSTRUCTS, folder, packed, packedLibrary, ROOT, run, Synthesised, synthesised, VERSION } from './apps';
import { INITECH, INITECH_ANSWER, npxPreview } from './packed-preview';
import { synthTypeScriptApp } from './typescript-app';
import { functionEntries } from '../../projenrc/bundling/bundle-functions';

const MAX_PACKAGE_BYTES = 900_000;
const ASSETS = ['assets/NOTICE', 'assets/sbom.cdx.json', ...functionEntries().map((entry) => `assets/${entry}/index.js`)];

let typescript: Synthesised;
let app: string;
let assembly: string;

beforeAll(() => {
  app = folder();
  assembly = synthTypeScriptApp(app);
  typescript = synthesised(assembly);
});

test('the npm package brings nothing with it, and needs no bundler at synthesis', () => {
  const installed = JSON.parse(run(app, 'npm', ['ls', '--json', 'cdk-api-usage-analytics'])) as { dependencies: Record<string, { dependencies?: object }> };
  expect(installed.dependencies['cdk-api-usage-analytics'].dependencies).toBeUndefined();
  expect(existsSync(join(app, 'node_modules/esbuild'))).toBe(false);
});

test('a Python app with the packed wheel synthesises the same template and assets, and the packed preview runs it', () => {
  const python = folder();
  cpSync(join(ROOT, 'examples/python'), python, { recursive: true });
  const bin = join(ROOT, '.venv/bindings/bin');
  run(python, 'python3', ['-m', 'venv', join(bin, '..')]);
  run(python, join(bin, 'pip'), ['install', '--quiet', '--force-reinstall', '--no-deps', packed('python', '.whl')]);
  run(python, join(bin, 'pip'), ['install', '--quiet', `aws-cdk-lib==${CDK}`, `constructs==${CONSTRUCTS}`, '-r', 'requirements.txt']);
  run(python, join(bin, 'python'), ['app.py'], { CDK_OUTDIR: join(python, 'cdk.out') });
  expect(synthesised(join(python, 'cdk.out'))).toEqual(typescript);

  const preview = npxPreview(python, ['--requests', join(ROOT, 'examples/requests.ndjson'), '--query', INITECH]);
  expect(preview).toMatchObject({ status: 0, stdout: INITECH_ANSWER, stderr: expect.stringContaining('report: ') });
});

test('a Java app with the packed jar synthesises the same template and assets', () => {
  const java = folder();
  cpSync(join(ROOT, 'examples/java'), java, { recursive: true });
  run(java, 'mvn', ['--quiet', '--batch-mode', 'install:install-file', `-Dfile=${packed('java', `${VERSION}.jar`)}`, `-DpomFile=${packed('java', '.pom')}`]);
  const versions = [`-Dcdk.version=${CDK}`, `-Dconstructs.version=${CONSTRUCTS}`, `-Dusage.version=${VERSION}`];
  run(java, 'mvn', ['--quiet', '--batch-mode', 'compile', 'exec:java', ...versions], { CDK_OUTDIR: join(java, 'cdk.out') });
  expect(synthesised(join(java, 'cdk.out'))).toEqual(typescript);
});

test('a clone previews an app of one\'s own from its template', () => {
  const answer = run(ROOT, 'npm', ['run', '--silent', 'preview', '--',
    '--template', join(assembly, 'OrdersApi.template.json'),
    '--requests', join(ROOT, 'examples/requests.ndjson'),
    '--out', join(app, 'preview-out'),
    '--query', INITECH]);
  expect(answer).toBe(INITECH_ANSWER);
});

test('the Go module is generated', () => {
  expect(packed('go', 'go.mod')).toContain('cdkapiusageanalytics');
});

test('the npm package has the code, its documentation, and nothing else', () => {
  const files = run(ROOT, 'tar', ['-tzf', packedLibrary()]).trim().split('\n').map((file) => file.replace('package/', ''));
  expect([...new Set(files.map((file) => file.split('/', 1)[0]))].sort())
    .toEqual(['.jsii', '.jsii.tabl.json', 'API.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'assets', 'lib', 'package.json']);
  expect(files).toContain('lib/index.js');
  expect(files.filter((file) => file.startsWith('assets/')).sort()).toEqual(ASSETS);
  expect(statSync(packedLibrary()).size).toBeLessThan(MAX_PACKAGE_BYTES);
  expect(run(ROOT, 'tar', ['-xzOf', packedLibrary(), 'package/lib', 'package/assets'])).not.toContain('sourceMappingURL');
});
