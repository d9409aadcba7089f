import { writeFileSync } from 'fs';
import { join } from 'path';
import { S3Reads } from './aws/s3-reads';
import { Combination, titleOf } from './combination';
import { TrinoAnswer } from './trino/client';

/** What a question's answer cost on one combination. */
export interface Cost {
  readonly question: string;
  readonly combination: Combination;
  readonly lists: number;
  readonly files: number;
  readonly bytes: number;
  /** Days whose folders of requests were listed. */
  readonly days: number;
  readonly seconds: number;
  readonly planningSeconds: number;
}

export type Times = Pick<TrinoAnswer, 'seconds' | 'planningSeconds'>;

export function costOf(question: string, combination: Combination, reads: S3Reads, days: number, { seconds, planningSeconds }: Times): Cost {
  return { question, combination, lists: reads.lists, files: reads.filesRead, bytes: reads.bytes, days, seconds, planningSeconds };
}

/** All costs as a table. */
export function costTable(costs: readonly Cost[]): string {
  const head = ['question', 'files and catalog', 'LISTs', 'days', 'files', 'bytes', 'planning s', 'all s'];
  const rows = costs.map((cost) => [
    cost.question, titleOf(cost.combination), cost.lists, cost.days, cost.files, cost.bytes, cost.planningSeconds.toFixed(2), cost.seconds.toFixed(2),
  ].map(String));
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column].length)));
  return [head, ...rows].map((row) => `${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ')}\n`).join('');
}

/** From here the page of questions takes what each one costs. */
const FILE = join(__dirname, '../../projenrc/measured-costs.json');

/** Writes the costs; bytes with two digits, as compressed sizes differ from run to run. */
export function writeCosts(costs: readonly Cost[], end: Date): void {
  const questions: Record<string, Record<string, Record<string, { lists: number; bytes: number }>>> = {};
  for (const { question, combination: { format, catalog }, lists, bytes } of costs) {
    const byCatalog = ((questions[question] ??= {})[catalog] ??= {});
    byCatalog[format] = { lists, bytes: Number(bytes.toPrecision(2)) };
  }
  writeFileSync(FILE, `${JSON.stringify({ measured: end.toISOString().slice(0, 10), questions }, undefined, 1)}\n`);
}
