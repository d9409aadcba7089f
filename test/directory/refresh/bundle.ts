import { spawn } from 'child_process';
import { resolve } from 'path';

const BUNDLE = resolve(__dirname, '../../../assets/directory/refresh/snapshot.lambda/index.js');

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
export function runBundle(environment: Record<string, string>): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, ['-e', INVOKE, BUNDLE], { env: environment });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ failed: code !== 0, ...written, milliseconds: performance.now() - start })));
}
