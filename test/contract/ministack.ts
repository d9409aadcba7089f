import { spawn } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { end, freePort, ready } from '../support/local-server';
import { pythonOf, pythonPackage } from '../support/python-package';
import { sdkEnvironment } from '../support/sdk';

const VERSION = '1.5.33';
const READY_SECONDS = 60;

/** An AWS emulator on this machine. */
export interface Ministack {
  readonly endpoint: string;
  /** What an AWS SDK, ours or a bundle's, needs to talk to it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** `environment` is what its Lambda functions find besides their own. */
export async function startMinistack(environment: Readonly<Record<string, string>> = {}): Promise<Ministack> {
  const python = pythonOf(pythonPackage('ministack', VERSION));
  const port = await freePort();
  const scratch = mkdtempSync(join(tmpdir(), 'ministack-'));
  const server = spawn(python, ['-m', 'ministack'], {
    stdio: 'ignore',
    // It binds every address unless it is told not to.
    env: { ...process.env, ...environment, BIND_HOST: '127.0.0.1', GATEWAY_PORT: String(port), LAMBDA_EXECUTOR: 'local', LOG_LEVEL: 'ERROR', TMPDIR: scratch },
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await ready('ministack', server, READY_SECONDS, async () => (await fetch(`${endpoint}/_ministack/health`)).ok);
  return {
    endpoint,
    environment: sdkEnvironment(endpoint, 'us-east-1'),
    stop: async () => {
      await end(server);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
