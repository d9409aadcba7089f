import { spawn } from 'child_process';
import { join } from 'path';
import { ASSETS } from '../../projenrc/bundling/bundle-functions';

export interface Run {
  readonly failed: boolean;
  readonly stdout: string;
  /** What the handler threw is in it, with its hidden properties. */
  readonly stderr: string;
  readonly milliseconds: number;
}

const INVOKE = `
  const [bundle, milliseconds, events] = process.argv.slice(1);
  const { handler } = require(bundle);
  (async () => {
    const end = Date.now() + Number(milliseconds);
    for (const event of JSON.parse(events)) await handler(event, { getRemainingTimeInMillis: () => end - Date.now() });
  })().catch((error) => {
    console.error(require('util').inspect(error, { showHidden: true, depth: null, maxStringLength: null }));
    process.exitCode = 1;
  });
`;

/**
 * Sends events, one after another, to a built handler, in a process that has this environment and no other.
 * @param entry the function, such as `enrichment/enrich`
 */
export function runBundle(
  entry: string, environment: Record<string, string>, events: readonly object[] = [{}], milliseconds = 300_000,
): Promise<Run> {
  const start = performance.now();
  const bundle = join(ASSETS, `${entry}.lambda/index.js`);
  const child = spawn(process.execPath, ['-e', INVOKE, bundle, String(milliseconds), JSON.stringify(events)], { env: environment });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ failed: code !== 0, ...written, milliseconds: performance.now() - start })));
}
