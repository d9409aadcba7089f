import { copyFileSync, mkdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { build, Plugin } from 'esbuild';
import { thirdPartyLicences } from './third-party-licences';
import { thirdPartyPackages } from './third-party-packages';
import manifest from '../../preview/package.json';
import { pageAssets } from '../../preview/report/page-assets';

const ROOT = resolve(__dirname, '../..');
const PREVIEW = join(ROOT, 'preview');

/** Writes the package of the preview, with the version of the library, into an empty folder. */
export async function bundlePreview(folder: string, version: string): Promise<void> {
  const lib = join(folder, 'lib');
  mkdirSync(lib, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published(version), undefined, 2)}\n`);
  copyFileSync(join(PREVIEW, 'README.md'), join(folder, 'README.md'));
  copyFileSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  copyFileSync(join(PREVIEW, 'lambda', 'host.js'), join(lib, 'host.js'));
  const files = await bundleCommand(folder);
  for (const subject of ['report', 'dashboard'] as const) {
    const page = await pageAssets(subject);
    writeFileSync(join(lib, `${subject}.js`), page.script);
    writeFileSync(join(lib, `${subject}.css`), page.style);
    files.push(...page.files);
  }
  writeFileSync(join(lib, 'THIRD-PARTY-LICENSES'), thirdPartyLicences(thirdPartyPackages(files.map((file) => resolve(ROOT, file)))));
}

/** The workspace's package.json for the bundle, without what the bundle contains. */
function published(version: string): object {
  return { ...manifest, version, 'type': 'commonjs', 'devDependencies': undefined, '//': undefined };
}

/** Bundles the command line. Returns the files that it is made of. */
async function bundleCommand(folder: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['preview/cli.ts'],
    outdir: join(folder, 'lib'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    external: Object.keys(manifest.dependencies),
    legalComments: 'none',
    metafile: true,
    plugins: [inPackage(folder)],
  });
  return Object.keys(metafile.inputs);
}

/** The package has its pages built, so that it needs no bundler, and it has a version. */
function inPackage(folder: string): Plugin {
  return {
    name: 'in-package',
    setup: ({ onResolve }) => {
      onResolve({ filter: /\/page-assets$/ }, () => ({ path: join(PREVIEW, 'report', 'packed-page-assets.ts') }));
      onResolve({ filter: /^\.\/package\.json$/ }, () => ({ path: resolve(folder, 'package.json') }));
    },
  };
}
