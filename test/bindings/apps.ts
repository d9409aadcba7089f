import { spawnSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

export const ROOT = join(__dirname, '..', '..');

const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  devDependencies: Record<string, string>;
};

/** What the apps are made with: the oldest CDK that is supported, in every language the same. */
export const CDK = devDependencies['aws-cdk-lib'];
export const CONSTRUCTS = devDependencies.constructs;
export const VERSION = version;

/** What a stack was synthesised to. */
export interface Synthesised {
  readonly template: unknown;
  readonly assets: unknown;
}

/** A folder outside the checkout: nothing of ours is found from there by accident. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'usage-bindings-'));
}

/** Runs a command and gives what it wrote to stdout; throws, with what it wrote, where it fails. */
export function run(cwd: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** The one file of this ending that packaging left in a folder of dist/. */
export function packed(folderOfDist: string, ending: string): string {
  const found = readdirSync(join(ROOT, 'dist', folderOfDist), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
  if (found.length !== 1) throw new Error(`dist/${folderOfDist} must hold one ${ending}: run \`npx projen package-all\`; it holds [${found.join(', ')}]`);
  return join(ROOT, 'dist', folderOfDist, found[0]);
}

/** Installs the packed package with a CDK, as a user's app does. */
export function installPackage(app: string, cdk = CDK, constructs = CONSTRUCTS): void {
  run(app, 'npm', ['init', '--yes']);
  run(app, 'npm', ['install', '--no-audit', '--no-fund', `aws-cdk-lib@${cdk}`, `constructs@${constructs}`, packed('js', '.tgz')]);
}

/** What an app left in its cloud assembly. */
export function synthesised(assembly: string): Synthesised {
  const read = (file: string) => JSON.parse(readFileSync(join(assembly, file), 'utf8')) as unknown;
  return { template: read('OrdersApi.template.json'), assets: read('OrdersApi.assets.json') };
}
