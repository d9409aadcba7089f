import { ChildProcess } from 'child_process';
import { createServer } from 'net';

const PAUSE_MS = 100;

/** A port of the loopback address that no process listens on. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits until a server that was started answers that it is ready; ends it if it does not in time. */
export async function ready(name: string, server: ChildProcess, seconds: number, isReady: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline;) {
    if (server.exitCode !== null) throw new Error(`${name} ended with exit code ${server.exitCode} before it was ready.`);
    if (await isReady().catch(() => false)) return;
    await new Promise((later) => setTimeout(later, PAUSE_MS));
  }
  server.kill('SIGKILL');
  throw new Error(`${name} was not ready within ${seconds} s.`);
}

/** Ends a server and waits until it has ended. */
export function end(server: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (server.exitCode !== null || server.signalCode !== null) return ended();
    server.once('exit', () => ended());
    server.kill('SIGTERM');
  });
}
