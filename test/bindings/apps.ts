import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

export const ROOT = join(__dirname, '..', '..');

const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  devDependencies: Record<string, string>;
};

/** All apps use the oldest supported CDK. */
export const CDK = devDependencies['aws-cdk-lib'];
export const CONSTRUCTS = devDependencies.constructs;
export const VERSION = version;

/** A folder outside the checkout, from which no module of the checkout can be found. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'usage-bindings-'));
}

/** Runs a command and returns its stdout. The error of a failed command has its whole output. */
export function run(cwd: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** The only file with this ending in a folder of dist/. */
export function packed(folderOfDist: string, ending: string): string {
  const found = readdirSync(join(ROOT, 'dist', folderOfDist), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
  if (found.length !== 1) throw new Error(`dist/${folderOfDist} must hold one ${ending}: run \`npx projen package-all\`; it holds [${found.join(', ')}]`);
  return join(ROOT, 'dist', folderOfDist, found[0]);
}

/** The npm package of the library. That of the preview is beside it. */
export function packedLibrary(): string {
  return packed('js', '.jsii.tgz');
}

/** The templates of an app and the files that list their assets, by name. An asset is listed with its hash. */
export function synthesised(assembly: string): Record<string, unknown> {
  const files = readdirSync(assembly).filter((file) => /\.(template|assets)\.json$/.test(file));
  return Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(join(assembly, file), 'utf8')) as unknown]));
}

/** Synthesises into a folder of its own, and reads the cloud assembly. */
export function assemblyOf(synthesise: (out: string) => void): Record<string, unknown> {
  const out = join(folder(), 'cdk.out');
  synthesise(out);
  expect(existsSync(join(out, 'manifest.json'))).toBe(true);
  return synthesised(out);
}

/** Installs one program from npm, apart from the app. Returns the folder of its commands. */
export function installedTool(specifier: string): string {
  const installed = folder();
  run(installed, 'npm', ['install', '--no-audit', '--no-fund', '--prefix', installed, specifier]);
  return join(installed, 'node_modules/.bin');
}
