import { writeFileSync } from 'fs';
import { join } from 'path';
import { assemblyOf, CDK, CONSTRUCTS, folder, installedTool, packedLibrary, run } from './apps';
import { TypeScriptApp } from './typescript-app';

const QUICK_START = 'examples/typescript/quickstart.ts';
const PROGRAM = 'quickstart.ts.js';
const [ESBUILD, PNPM] = ['esbuild@0.28.2', 'pnpm@10.34.9'];

let app: TypeScriptApp;
let expected: Record<string, unknown>;

beforeAll(() => {
  app = new TypeScriptApp();
  expected = assemblyOf((out) => app.run(QUICK_START, out));
});

test.each(['22.23.3', '24.21.0'])('Node.js %s synthesises the same template and assets', (version) => {
  const bin = installedTool(`node@${version}`);
  expect(run(app.folder, join(bin, 'node'), ['--version']).trim()).toBe(`v${version}`);
  expect(assemblyOf((CDK_OUTDIR) => run(app.folder, join(bin, 'node'), [PROGRAM], { CDK_OUTDIR }))).toEqual(expected);
});

// The CDK reads files beside its own code, as this library does: neither can be inside the bundle.
test('an app that esbuild bundles with its packages external has the same template and assets', () => {
  const bin = installedTool(ESBUILD);
  run(app.folder, join(bin, 'esbuild'), [PROGRAM, '--bundle', '--platform=node', '--packages=external', '--outfile=bundle.js']);
  expect(assemblyOf((CDK_OUTDIR) => run(app.folder, process.execPath, ['bundle.js'], { CDK_OUTDIR }))).toEqual(expected);
});

test('an app that pnpm installs has the same template and assets', () => {
  const bin = installedTool(PNPM);
  const strict = folder();
  writeFileSync(join(strict, 'package.json'), '{ "private": true }');
  const packages = [`aws-cdk-lib@${CDK}`, `constructs@${CONSTRUCTS}`, packedLibrary()];
  run(strict, join(bin, 'pnpm'), ['add', '--config.strict-peer-dependencies=true', '--config.node-linker=isolated', '--store-dir', join(strict, 'store'), ...packages]);
  run(strict, 'cp', [join(app.folder, PROGRAM), '.']);
  expect(assemblyOf((CDK_OUTDIR) => run(strict, process.execPath, [PROGRAM], { CDK_OUTDIR }))).toEqual(expected);
});
