import { execFileSync, spawn } from 'child_process';
import { existsSync, mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

const ROOT = resolve(__dirname, '../../..');

/** The bundle that the library ships, or one made in the same way where the library was not built yet. */
export function directoryBundle(): string {
  const shipped = join(ROOT, 'assets/directory/refresh/snapshot.lambda/index.js');
  if (existsSync(shipped)) return shipped;
  const made = join(mkdtempSync(join(tmpdir(), 'directory-')), 'index.js');
  execFileSync(join(ROOT, 'node_modules/.bin/esbuild'), [
    join(ROOT, 'src/directory/refresh/snapshot.lambda.ts'), '--bundle', '--platform=node', '--target=node20', '--minify', '--keep-names', `--outfile=${made}`,
  ], { stdio: 'pipe' });
  return made;
}

export interface Run {
  readonly failed: boolean;
  readonly stdout: string;
  /** What the handler threw is in it, with its hidden properties. */
  readonly stderr: string;
  readonly milliseconds: number;
}

const INVOKE = `
  require(process.argv[1]).handler({}, { getRemainingTimeInMillis: () => 600_000 }).catch((error) => {
    console.error(require('util').inspect(error, { showHidden: true, depth: null, maxStringLength: null }));
    process.exitCode = 1;
  });
`;

/** Runs the bundle in a process of its own, with this environment and no other. */
export function runBundle(bundle: string, environment: Record<string, string>): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, ['-e', INVOKE, bundle], { env: environment });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ failed: code !== 0, ...written, milliseconds: performance.now() - start })));
}
