/** Synthesises the quick start and previews it on the requests beside this file. What it makes lies in demo-out/. */
import { spawnSync } from 'child_process';
import { rmSync } from 'fs';
import { join } from 'path';

const EXAMPLES = __dirname;
const OUT = join(EXAMPLES, '..', 'demo-out');
const QUESTION = `
  select customer_name, usage_plan_name, count(*) as requests,
         count_if(status = 429) as over_quota, count_if(status >= 500) as failed, max(requested_at) as last_seen
  from logs group by 1, 2 order by requests desc`;

function tsx(...args: string[]): void {
  const { status } = spawnSync(process.execPath, [require.resolve('tsx/cli'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, CDK_OUTDIR: join(OUT, 'cdk.out') },
  });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(OUT, { recursive: true, force: true });
tsx('--tsconfig', join(EXAMPLES, '..', 'tsconfig.dev.json'), join(EXAMPLES, 'typescript', 'quickstart.ts'));
tsx(join(EXAMPLES, '..', 'preview', 'cli.ts'),
  '--template', join(OUT, 'cdk.out', 'OrdersApi.template.json'),
  '--requests', join(EXAMPLES, 'requests.ndjson'),
  '--out', join(OUT, 'preview'),
  '--query', QUESTION);
