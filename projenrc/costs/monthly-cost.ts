import { PRICES } from './prices';
import {
  BATCH_BYTES, CRAWLER_DPUS, DAYS, DIRECTORY_CALLS_A_RUN, DIRECTORY_RUNS, FILES, KEPT_MONTHS, LINE_BYTES, listsOfAllQuestions, MEASURED,
  METRICS_EMITTED, MINUTES, QUESTIONS, RECORD_STEP_BYTES, Workload,
} from './workload';

const MILLION = 1e6;
const MB = 1024 ** 2;
export const GB = 1024 ** 3;
const TB = 1024 ** 4;

/** The functions' memory. */
const ENRICHMENT_GB = 0.5;
const DIRECTORY_GB = 0.5;
const REGISTRATION_GB = 0.25;

/** A bench runs 86,000 on a whole core; 512 MB have less than a third of one, and start cold now and then. */
const RECORDS_A_SECOND = 5000;
const SECONDS_A_BATCH = 0.1;
const DIRECTORY_CALLS_A_SECOND = 5;
const REGISTRATION_SECONDS = 2;
/** Of one invocation: the lines of Lambda and the metrics. */
const LOG_BYTES = 1024;
const CRAWL_HOURS = 10 / 60;

/** One line of the bill of a month, in US dollars. */
export interface Cost {
  readonly what: string;
  readonly dollars: number;
}

/** What the pipeline itself costs. */
export function pipelineCosts({ requests, format, catalog }: Workload): Cost[] {
  const ingested = requests * Math.ceil(LINE_BYTES / RECORD_STEP_BYTES) * RECORD_STEP_BYTES / GB;
  // A batch ends by time or by size: the sum is an upper bound.
  const batches = MINUTES + requests * LINE_BYTES / BATCH_BYTES;
  const registrations = catalog === 'crawled' ? DAYS * 24 : 0;
  const invocations = batches + DIRECTORY_RUNS + registrations;
  const gigabyteSeconds = (batches * SECONDS_A_BATCH + requests / RECORDS_A_SECOND) * ENRICHMENT_GB
    + DIRECTORY_RUNS * DIRECTORY_CALLS_A_RUN / DIRECTORY_CALLS_A_SECOND * DIRECTORY_GB
    + registrations * REGISTRATION_SECONDS * REGISTRATION_GB;
  const stored = MEASURED.stored[format];
  return [
    { what: 'Firehose: records, each billed as 5 KB', dollars: ingested * PRICES.firehoseIngestion.price },
    ...format === 'Parquet' ? [{ what: 'Firehose: conversion to Parquet', dollars: ingested * PRICES.firehoseConversion.price }] : [],
    { what: 'Lambda: enrichment, names, partitions', dollars: gigabyteSeconds * PRICES.lambdaCompute.price + invocations / MILLION * PRICES.lambdaRequests.price },
    { what: `S3: files of ${KEPT_MONTHS} months`, dollars: KEPT_MONTHS * (requests * stored.aRequest + FILES[format] * stored.aFile) / GB * PRICES.s3Storage.price },
    { what: 'S3: writes of files, reads of names', dollars: FILES[format] / MILLION * PRICES.s3Writes.price + MINUTES / MILLION * PRICES.s3Reads.price },
    ...catalog === 'crawled' ? [{ what: 'Glue: a crawl a night', dollars: DAYS * CRAWL_HOURS * CRAWLER_DPUS * PRICES.crawler.price }] : [],
    { what: 'CloudWatch: metrics and logs', dollars: METRICS_EMITTED * PRICES.metrics.price + invocations * LOG_BYTES / GB * PRICES.logs.price },
  ];
}

/** What it costs to ask every question once a day. */
export function questionCosts({ requests, format, catalog }: Workload): Cost[] {
  const asked = QUESTIONS * DAYS;
  const { aRequest, aFile } = MEASURED.read[format];
  const scanned = Math.max(10 * MB, requests * aRequest + MEASURED.filesRead[format] * aFile);
  return [
    { what: 'Athena: bytes that the questions read', dollars: asked * scanned / TB * PRICES.athena.price },
    { what: 'S3: LIST requests of the questions', dollars: listsOfAllQuestions(catalog) * DAYS / MILLION * PRICES.s3Writes.price },
    { what: 'S3: GET requests of the questions', dollars: asked * MEASURED.filesRead[format] / MILLION * PRICES.s3Reads.price },
  ];
}

export function sum(costs: readonly Cost[]): number {
  return costs.reduce((total, { dollars }) => total + dollars, 0);
}

/** The requests that S3 receives in a month: each can be a data event of CloudTrail and of GuardDuty. */
export function dataEvents({ format, catalog }: Pick<Workload, 'format' | 'catalog'>): number {
  return FILES[format] + MINUTES + QUESTIONS * DAYS * MEASURED.filesRead[format] + listsOfAllQuestions(catalog) * DAYS;
}

/** The same questions of CloudWatch Logs Insights, each over one month of the same lines. */
export function logsInsightsCost(requests: number): { readonly written: number; readonly asked: number } {
  const logged = requests * LINE_BYTES / GB;
  return { written: logged * PRICES.logs.price, asked: QUESTIONS * DAYS * logged * PRICES.logsInsights.price };
}

/** The crawler of AWS's sample runs every ten minutes, and each run is billed as ten minutes. */
export function sampleCrawlerCost(): number {
  return DAYS * 24 * 6 * CRAWL_HOURS * CRAWLER_DPUS * PRICES.crawler.price;
}
