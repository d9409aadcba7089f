import { spawnSync } from 'child_process';
import { packed, VERSION } from './apps';

/** A query, and its answer on examples/requests.ndjson. */
export const INITECH = 'select customer_name, count(*) as requests from logs where customer_name = \'Initech\' group by 1';
export const INITECH_ANSWER = 'customer_name,requests\r\nInitech,132\r\n';

/** The npm package of the preview. */
export function packedPreview(): string {
  return packed('js', `cdk-api-usage-analytics-preview-${VERSION}.tgz`);
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npx cdk-api-usage-analytics-preview` in a folder, as if the package were published. */
export function npxPreview(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  return spawnSync('npx', ['--yes', '--package', packedPreview(), 'cdk-api-usage-analytics-preview', ...args], {
    cwd, encoding: 'utf8', env: { ...process.env, ...env },
  });
}
