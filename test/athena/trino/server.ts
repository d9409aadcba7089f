import { spawn } from 'child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { JVM_OPTIONS, writeConfig } from './config';
import { installTrino } from './install';
import { javaForTrino } from './java';
import { end, freePort, ready } from '../../support/local-server';

const READY_SECONDS = 180;

export interface TrinoServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts Athena's engine on this machine over AWS Glue and S3 at an address. */
export async function startTrino(aws: string): Promise<TrinoServer> {
  const [java, home, port] = [javaForTrino(), installTrino(), await freePort()];
  const scratch = mkdtempSync(join(tmpdir(), 'trino-'));
  writeConfig(scratch, port, aws);
  const log = openSync(join(scratch, 'server.log'), 'w');
  const settings = {
    'config': join(scratch, 'config.properties'),
    'catalog.config-dir': join(scratch, 'catalog'),
    'plugin.dir': join(home, 'plugin'),
    'node.environment': 'test',
    'node.data-dir': scratch,
  };
  const server = spawn(java, [
    ...JVM_OPTIONS,
    ...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`),
    '-cp', join(home, 'lib', '*'), 'io.trino.server.TrinoServer',
  ], { stdio: ['ignore', log, log], cwd: scratch });
  closeSync(log);
  const url = `http://127.0.0.1:${port}`;
  await ready('Trino', server, READY_SECONDS, async () => (await (await fetch(`${url}/v1/info`)).json() as { starting: boolean }).starting === false);
  return {
    url,
    stop: async () => {
      await end(server);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
