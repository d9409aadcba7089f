import { spawn } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, aws_apigateway as apigateway, Duration, Stack } from 'aws-cdk-lib';
import { peakMemory } from './memory';
import { reportFigures } from './report';
import { ApiUsageAnalytics, RecordFormat } from '../src';

const REQUESTS = 100_000;
const LARGER = 10;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a preview of a month costs, its questions and report included: time and the memory of all its processes together. */
export async function previewFigures(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const json = template(RecordFormat.json(), join(folder, 'json'));
    const small = await preview(json, REQUESTS, join(folder, 'small'));
    const parquet = await preview(template(RecordFormat.parquet(), join(folder, 'parquet')), REQUESTS, join(folder, 'parquet-out'));
    // Only once, and only as JSON: it takes minutes.
    const large = await preview(json, REQUESTS * LARGER, join(folder, 'large'));
    return [
      `preview  ${count(REQUESTS)} requests over 31 days as JSON: ${figures(small)} (at most 30 s, 700 MB)`,
      `preview  ${count(REQUESTS)} requests over 31 days as Parquet: ${figures(parquet)} (at most 30 s, 700 MB)`,
      `preview  ${count(REQUESTS * LARGER)} as JSON: ${figures(large)}, ${(large.seconds / small.seconds).toFixed(1)} × as long (at most 11)`,
      `report   of ${count(REQUESTS)} requests: ${await reportFigures(join(folder, 'small', 'report.html'))}`,
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The path of a synthesised template of an API with a pipeline. */
export function template(format: RecordFormat, outdir: string, bufferingInterval?: Duration): string {
  const app = new App({ outdir });
  const stack = new Stack(app, 'Bench');
  const api = new apigateway.RestApi(stack, 'Orders');
  api.root.addMethod('GET', new apigateway.MockIntegration(), { apiKeyRequired: true });
  new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage], format, bufferingInterval });
  app.synth();
  return join(outdir, 'Bench.template.json');
}

/** Runs a preview in processes of its own. */
export async function preview(file: string, requests: number, out: string, days = 31): Promise<Run> {
  const began = process.hrtime.bigint();
  const cli = [require.resolve('tsx/cli'), join(__dirname, '..', 'preview', 'cli.ts')];
  const args = ['--template', file, '--count', String(requests), '--from', '2026-10-01', '--days', String(days), '--out', out];
  const run = spawn(process.execPath, [...cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<number | string | null>((resolve) => run.once('close', (code, signal) => resolve(signal ?? code)));
  const bytes = await peakMemory(run.pid!, ended);
  const end = await ended;
  if (end !== 0) throw new Error(`The preview of ${requests} requests ended with ${end}.`);
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9, megabytes: bytes / 1e6 };
}

function figures({ seconds, megabytes }: Run): string {
  return `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
