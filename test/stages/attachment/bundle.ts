import { spawn } from 'child_process';
import { resolve } from 'path';
import { ENVIRONMENT } from './events';
import { CustomResourceEvent } from '../../../src/functions/custom-resource-event';
import { ATTACHMENT_ENVIRONMENT } from '../../../src/stages/attachment/environment';

const BUNDLE = resolve(__dirname, '../../../assets/stages/attachment/attach.lambda/index.js');

const INVOKE = `
  const [bundle, milliseconds, events] = process.argv.slice(1);
  const { handler } = require(bundle);
  (async () => {
    const end = Date.now() + Number(milliseconds);
    for (const event of JSON.parse(events)) await handler(event, { getRemainingTimeInMillis: () => end - Date.now() });
  })().catch((error) => {
    console.error(String(error));
    process.exitCode = 1;
  });
`;

export const CONFIGURED = ATTACHMENT_ENVIRONMENT.toEnvironment(ENVIRONMENT);

export interface Run {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Sends events, one after another, to the built handler, in a process that has this environment and no other. */
export function runBundle(environment: Record<string, string>, events: readonly CustomResourceEvent[], milliseconds = 300_000): Promise<Run> {
  const child = spawn(process.execPath, ['-e', INVOKE, BUNDLE, String(milliseconds), JSON.stringify(events)], { env: environment });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ failed: code !== 0, ...written })));
}
