import { existsSync, statSync } from 'fs';
import { join } from 'path';
import { packedLibrary, ROOT, run } from './apps';
import { TypeScriptApp } from './typescript-app';
import { functionEntries } from '../../projenrc/bundling/bundle-functions';

/** Some 560 files, far more than a bundled package: jsii writes two for each source file, and sources are short here. */
const MAX_PACKAGE_BYTES = 900_000;
const ASSETS = ['assets/NOTICE', 'assets/sbom.cdx.json', ...functionEntries().map((entry) => `assets/${entry}/index.js`)].sort();

test('the npm package brings nothing with it, and needs no bundler at synthesis', () => {
  const app = new TypeScriptApp().folder;
  const installed = JSON.parse(run(app, 'npm', ['ls', '--json', 'cdk-api-usage-analytics'])) as { dependencies: Record<string, { dependencies?: object }> };
  expect(installed.dependencies['cdk-api-usage-analytics'].dependencies).toBeUndefined();
  expect(existsSync(join(app, 'node_modules/esbuild'))).toBe(false);
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
