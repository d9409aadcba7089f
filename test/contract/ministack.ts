import { ChildProcess, execFileSync, spawn } from 'child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'fs';
import { createServer } from 'net';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { sdkEnvironment } from '../support/sdk';

const VERSION = '1.5.33';
const VENVS = resolve(__dirname, '../../.venv');
const READY_MS = 60_000;

/** An AWS of somebody else's making, on this machine only. */
export interface Ministack {
  readonly endpoint: string;
  /** What an AWS SDK, ours or a bundle's, needs to talk to it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** `environment` is what its Lambda functions find besides their own. */
export async function startMinistack(environment: Readonly<Record<string, string>> = {}): Promise<Ministack> {
  const python = install();
  const port = await freePort();
  const scratch = mkdtempSync(join(tmpdir(), 'ministack-'));
  const server = spawn(python, ['-m', 'ministack'], {
    stdio: 'ignore',
    // It binds every address unless it is told not to.
    env: { ...process.env, ...environment, BIND_HOST: '127.0.0.1', GATEWAY_PORT: String(port), LAMBDA_EXECUTOR: 'local', LOG_LEVEL: 'ERROR', TMPDIR: scratch },
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await ready(endpoint, server);
  return {
    endpoint,
    environment: sdkEnvironment(endpoint, 'us-east-1'),
    stop: async () => {
      await end(server);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** Installs it once for this checkout, whole or not at all: two test files may come here at the same time. */
function install(): string {
  const venv = join(VENVS, `ministack-${VERSION}`);
  if (!existsSync(venv)) {
    mkdirSync(VENVS, { recursive: true });
    const making = mkdtempSync(join(VENVS, 'making-'));
    execFileSync('python3', ['-m', 'venv', making], { stdio: 'pipe' });
    execFileSync(join(making, 'bin/python'), ['-m', 'pip', 'install', '--quiet', `ministack==${VERSION}`], { stdio: 'pipe' });
    if (existsSync(venv)) rmSync(making, { recursive: true });
    else renameSync(making, venv);
  }
  return join(venv, 'bin/python');
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function ready(endpoint: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline;) {
    if (server.exitCode !== null) throw new Error(`ministack ended with exit code ${server.exitCode} before it was ready.`);
    if (await fetch(`${endpoint}/_ministack/health`).then(({ ok }) => ok, () => false)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  server.kill('SIGKILL');
  throw new Error(`ministack was not ready within ${READY_MS / 1000} s.`);
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (server.exitCode !== null || server.signalCode !== null) return ended();
    server.once('exit', () => ended());
    server.kill('SIGTERM');
  });
}
