/**
 * Synthesises the quick start, runs two months of generated traffic through its pipeline and writes the report, all in
 * demo-out/. `--open` opens the report.
 */
import { spawn, spawnSync } from 'child_process';
import { rmSync } from 'fs';
import { join, resolve } from 'path';

const EXAMPLES = __dirname;
const OUT = resolve(EXAMPLES, '..', 'demo-out');
const REPORT = join(OUT, 'preview', 'report.html');

function tsx(...args: string[]): void {
  const { status } = spawnSync(process.execPath, [require.resolve('tsx/cli'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, CDK_OUTDIR: join(OUT, 'cdk.out') },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Opens a file with the default program of the desktop. */
function open(file: string): void {
  const [command, ...args] = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  spawn(command, [...args, file], { stdio: 'ignore', detached: true })
    .on('error', () => process.stderr.write(`${command} is not available. Open the report by hand.\n`))
    .unref();
}

rmSync(OUT, { recursive: true, force: true });
tsx('--tsconfig', join(EXAMPLES, '..', 'tsconfig.dev.json'), join(EXAMPLES, 'typescript', 'quickstart.ts'));
tsx(join(EXAMPLES, '..', 'preview', 'cli.ts'),
  '--template', join(OUT, 'cdk.out', 'OrdersApi.template.json'),
  '--days', '60',
  '--out', join(OUT, 'preview'));
if (process.argv.includes('--open')) open(REPORT);
