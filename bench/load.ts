import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { CfnElement } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildSync } from 'esbuild';
import { median } from './side-by-side';
import { ASSETS } from '../projenrc/bundling/bundle-functions';
import { ApiUsageAnalytics } from '../src';
import { PipelineFunction } from '../src/functions/pipeline-function';
import { importedStage, newStack } from '../test/support/app';
import { environmentOf } from '../test/support/readable';
import { sdkEnvironment } from '../test/support/sdk';

const ROUNDS = 15;

const LOAD = 'const start = process.hrtime.bigint(); require(process.argv[1]); console.log(Number(process.hrtime.bigint() - start) / 1e6);';

interface Entry {
  readonly name: string;
  readonly environment: Record<string, string>;
}

/** The size of each function's bundle and how long it takes to load, beside an empty handler and beside the whole SDK. */
export async function loadFigures(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return entries().map((entry) => figures(entry, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All functions of a pipeline, each with the environment that the construct writes. */
function entries(): Entry[] {
  const stack = newStack();
  new ApiUsageAnalytics(stack, 'Usage', { stages: [importedStage(stack)] });
  const functions = stack.node.findAll().filter((construct) => construct instanceof PipelineFunction);
  const template = Template.fromStack(stack);
  return functions.map((one) => ({ name: one.entry, environment: environmentOf(template, stack.getLogicalId(one.node.defaultChild as CfnElement)) }));
}

function figures({ name, environment }: Entry, folder: string): string {
  const files = { empty: emptyHandler(folder), whole: wholeBundle(name, folder), own: join(ASSETS, `${name}.lambda/index.js`) };
  const times = { empty: [] as number[], whole: [] as number[], own: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const contender of ['empty', 'whole', 'own'] as const) times[contender].push(loadTime(files[contender], environment));
  }
  const ratio = (other: readonly number[]) => median(times.own.map((time, round) => time / other[round])).toFixed(2);
  return `load     ${name.padEnd(26)} ${kilobytes(files.own)}, with the whole SDK ${kilobytes(files.whole)}; loads in ${median(times.own).toFixed(1)} ms: `
    + `${ratio(times.empty)} × an empty handler, ${ratio(times.whole)} × the whole SDK`;
}

/** In a new process, as in a new container. */
function loadTime(file: string, environment: Record<string, string>): number {
  const env = { ...environment, ...sdkEnvironment('http://127.0.0.1:9') };
  return Number(execFileSync(process.execPath, ['-e', LOAD, file], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

function emptyHandler(folder: string): string {
  const file = join(folder, 'empty.js');
  writeFileSync(file, 'exports.handler = async () => {};');
  return file;
}

/** The plain way: everything that the bundler finds. */
function wholeBundle(name: string, folder: string): string {
  const outfile = join(folder, name, 'index.js');
  buildSync({ entryPoints: [`src/${name}.lambda.ts`], outfile, bundle: true, minify: true, keepNames: true, platform: 'node', target: 'node20' });
  return outfile;
}

function kilobytes(file: string): string {
  return `${Math.round(statSync(file).size / 1000)} kB`;
}
