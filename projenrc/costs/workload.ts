import { readFileSync } from 'fs';
import { join } from 'path';
import { METRICS } from '../../src/operations/metrics';

/** A month of a pipeline with traffic at all hours. */
export interface Workload {
  readonly requests: number;
  readonly format: 'JSON' | 'Parquet';
  readonly catalog: 'crawled' | 'projected';
}

export const DAYS = 30;
export const MINUTES = DAYS * 24 * 60;

/** Of a line of the default access log format. `docs/operating.md` has the quotas that follow from it. */
export const LINE_BYTES = 900;

/** Firehose bills each record in steps of this size. */
export const RECORD_STEP_BYTES = 5 * 1024;

/** A batch goes to the enrichment after a minute, or when it has this size. */
export const BATCH_BYTES = 256 * 1024;

/** 20 usage plans and 5 APIs, read every 5 minutes: see `docs/directory-reads.md`. */
export const DIRECTORY_RUNS = MINUTES / 5;
export const DIRECTORY_CALLS_A_RUN = 28;

/** Months for which the files are kept. */
export const KEPT_MONTHS = 12;

/** AWS Glue chooses the number. Two is the number in its example of prices. */
export const CRAWLER_DPUS = 2;

/** A metric of imported stages is emitted at deployments only. */
export const METRICS_EMITTED = Object.values(METRICS).filter(({ name }) => name !== 'StageDrift').length;

/** Files a month with the default `bufferingInterval`, which ends before 64 MiB are full. */
export const FILES = { JSON: MINUTES / 5, Parquet: MINUTES / 15 } as const;

/**
 * Bytes of the files, and bytes and files that a question reads in the mean. `npm run bench` measures them on generated traffic, with
 * buffers of 5 and of 15 minutes: their difference is what a file costs beside its rows.
 */
export const MEASURED = {
  stored: { JSON: { aRequest: 108, aFile: 0 }, Parquet: { aRequest: 142, aFile: 6100 } },
  read: { JSON: { aRequest: 106, aFile: 0 }, Parquet: { aRequest: 39, aFile: 3700 } },
  filesRead: { JSON: 8493, Parquet: 2881 },
} as const;

interface MeasuredCosts {
  readonly questions: Readonly<Record<string, Readonly<Record<Workload['catalog'], { readonly JSON: { readonly lists: number } }>>>>;
}

const { questions } = JSON.parse(readFileSync(join(__dirname, '..', 'measured-costs.json'), 'utf8')) as MeasuredCosts;

/** The questions, each asked once a day. */
export const QUESTIONS = Object.keys(questions).length;

/** LIST requests of all questions, each asked once. */
export function listsOfAllQuestions(catalog: Workload['catalog']): number {
  return Object.values(questions).reduce((sum, costs) => sum + costs[catalog].JSON.lists, 0);
}
