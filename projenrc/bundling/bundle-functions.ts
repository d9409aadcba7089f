import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import { dirname, join, resolve, sep } from 'path';
import { build, Plugin } from 'esbuild';
import { billOfMaterials } from './bill-of-materials';
import { SDK_PLUGINS } from './sdk-plugins';
import { thirdPartyLicences } from './third-party-licences';
import { thirdPartyPackages } from './third-party-packages';

const ROOT = resolve(__dirname, '../..');

/** The folder with the asset of each function. */
export const ASSETS = join(ROOT, 'assets');

/** Each function's entry: the path of its `*.lambda.ts` below `src`, without `.ts`. */
export function functionEntries(): string[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.lambda.ts')).map((file) => file.slice(0, -'.ts'.length).split(sep).join('/')).sort();
}

/**
 * Bundles each function with the part of the SDK that it uses: `src/<entry>.ts` becomes `<assets>/<entry>/index.js`. Beside
 * them lie the licences and the list of the packages that the bundles contain.
 */
export async function bundleFunctions(assets = ASSETS, plugins: readonly Plugin[] = []): Promise<void> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: functionEntries().map((entry) => ({ in: `src/${entry}.ts`, out: `${entry}/index` })),
    outdir: assets,
    bundle: true,
    minify: true,
    platform: 'node',
    // Lambda runs Node.js 24; the tests and the preview load the bundles with the Node.js of this package.
    target: 'node20',
    // The SDK as ECMAScript modules: esbuild leaves out what a function does not use.
    mainFields: ['module', 'main'],
    // The SDK imports Node's own modules late: `require` loads them sooner.
    supported: { 'dynamic-import': false },
    tsconfig: 'tsconfig.dev.json',
    plugins: [...SDK_PLUGINS, ...plugins],
    metafile: true,
    write: false,
  });
  const packages = thirdPartyPackages(Object.keys(metafile.inputs).map((file) => resolve(ROOT, file)));
  writeIfChanged(join(assets, 'NOTICE'), Buffer.from(thirdPartyLicences(packages)));
  writeIfChanged(join(assets, 'sbom.cdx.json'), Buffer.from(billOfMaterials(packages)));
  for (const { path, contents } of outputFiles) writeIfChanged(path, contents);
  removeOthers(assets, outputFiles.map(({ path }) => path));
}

/** Another process may be reading the bundle. */
function writeIfChanged(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}

/** The bundle of a function that was moved or removed would be published. */
function removeOthers(assets: string, paths: readonly string[]): void {
  const files = readdirSync(assets, { recursive: true, encoding: 'utf8' }).map((file) => join(assets, file));
  for (const file of files.filter((path) => path.endsWith(`${sep}index.js`) && !paths.includes(path))) rmSync(file);
}
