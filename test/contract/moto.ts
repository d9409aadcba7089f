import { spawn } from 'child_process';
import { end, freePort, ready } from '../support/local-server';
import { pythonOf, pythonPackage } from '../support/python-package';
import { sdkEnvironment } from '../support/sdk';

export const MOTO_VERSION = '5.2.5';
const READY_SECONDS = 60;

/** An AWS that has every operation on partitions of AWS Glue, with their refusals, but without pages. */
export interface Moto {
  /** What an AWS SDK, ours or a bundle's, needs to talk to it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startMoto(): Promise<Moto> {
  // The extra of the whole server would install the dependencies of every service.
  const python = pythonOf(pythonPackage('moto', MOTO_VERSION, '[glue]', 'flask', 'flask-cors'));
  const port = await freePort();
  const server = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await ready('moto', server, READY_SECONDS, async () => (await fetch(`${endpoint}/moto-api/`)).ok);
  return { environment: sdkEnvironment(endpoint, 'us-east-1'), stop: () => end(server) };
}
