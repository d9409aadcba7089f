import { readFileSync } from 'fs';
import { join } from 'path';
import { costsPage, shortCosts } from '../../projenrc/costs/costs-page-text';
import { dataEvents, logsInsightsCost, pipelineCosts, questionCosts, sampleCrawlerCost } from '../../projenrc/costs/monthly-cost';
import { listsOfAllQuestions, QUESTIONS, Workload } from '../../projenrc/costs/workload';

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');

const TEN_MILLION: Workload = { requests: 10_000_000, format: 'JSON', catalog: 'crawled' };
const PARQUET: Workload = { ...TEN_MILLION, format: 'Parquet' };
const PROJECTED: Workload = { ...TEN_MILLION, catalog: 'projected' };

function dollars(costs: ReturnType<typeof pipelineCosts>, begins: string): number | undefined {
  return costs.find(({ what }) => what.startsWith(begins))?.dollars;
}

test('the page is what the prices give', () => {
  expect(read('docs/costs.md').trimEnd()).toBe(costsPage().trimEnd());
});

test('the README has the figures of the page', () => {
  expect(read('README.md')).toContain(shortCosts());
});

// Worked out by hand from the price pages, with GB = 1024³ bytes.
test.each([
  ['5,120 bytes for each of 10 million records: 47.6837 GB at $0.029', TEN_MILLION, 'Firehose: records', 1.38283],
  ['the same bytes at $0.018', PARQUET, 'Firehose: conversion', 0.85831],
  ['12 months of 108 bytes a request: 12.0699 GB at $0.023', TEN_MILLION, 'S3: files', 0.27761],
  ['12 months of 142 bytes a request and 6,100 a file: 16.0661 GB at $0.023', PARQUET, 'S3: files', 0.36952],
  ['8,640 PUTs at $5 and 43,200 GETs at $0.40 a million', TEN_MILLION, 'S3: writes', 0.06048],
  ['30 crawls of 10 minutes with 2 DPUs at $0.44', TEN_MILLION, 'Glue', 4.4],
])('%s', (_working, workload, line, expected) => {
  expect(dollars(pipelineCosts(workload), line)).toBeCloseTo(expected, 4);
});

test('Lambda: 46,633 batches, 8,640 runs of 5.6 seconds and 720 of 2 seconds are 26,984 GB-seconds and 55,993 invocations', () => {
  const costs = pipelineCosts({ ...TEN_MILLION, requests: 1_000_000 });
  expect(dollars(costs, 'Lambda')).toBeCloseTo(0.35978 + 0.0112, 4);
  // 7 metrics at $0.30, and 1 KiB of log for each invocation at $0.50 a GB.
  expect(dollars(costs, 'CloudWatch')).toBeCloseTo(2.1 + 0.0267, 4);
});

test('a projected catalog runs nothing', () => {
  expect(dollars(pipelineCosts(PROJECTED), 'Glue')).toBeUndefined();
  expect(dollars(pipelineCosts(TEN_MILLION), 'Lambda')! - dollars(pipelineCosts(PROJECTED), 'Lambda')!).toBeCloseTo(360 * 0.0000133334 + 720 * 0.2e-6, 6);
});

describe('questions', () => {
  const asked = QUESTIONS * 30;

  test('bytes are billed by the TB of 1024⁴, and at least 10 MB a query', () => {
    expect(dollars(questionCosts(TEN_MILLION), 'Athena')! / asked).toBeCloseTo(106 * 10_000_000 / 1_099_511_627_776 * 5, 8);
    expect(dollars(questionCosts({ ...TEN_MILLION, requests: 1000 }), 'Athena')! / asked).toBeCloseTo(0.0000476837, 8);
  });

  test('Parquet costs a footer of each file, and fewer bytes of each request', () => {
    expect(dollars(questionCosts(PARQUET), 'Athena')! / asked).toBeCloseTo((390_000_000 + 2881 * 3700) / 1_099_511_627_776 * 5, 8);
  });

  test('LISTs are those that were measured', () => {
    const measured = JSON.parse(read('projenrc/measured-costs.json')) as { questions: Record<string, { crawled: { JSON: { lists: number } } }> };
    const lists = Object.values(measured.questions).map(({ crawled }) => crawled.JSON.lists).reduce((a, b) => a + b);
    expect(dollars(questionCosts(TEN_MILLION), 'S3: LIST')).toBeCloseTo(lists * 30 * 0.000005, 6);
    expect(dataEvents(TEN_MILLION)).toBe(8640 + 43_200 + asked * 8493 + listsOfAllQuestions('crawled') * 30);
  });
});

test('CloudWatch Logs: 900 bytes a request at $0.50 a GB, and each question scans them', () => {
  const { written, asked } = logsInsightsCost(10_000_000);
  expect(written).toBeCloseTo(8.38190 * 0.5, 4);
  expect(asked).toBeCloseTo(QUESTIONS * 30 * 8.38190 * 0.005, 3);
});

test('the sample: 4,320 crawls of 10 minutes with 2 DPUs at $0.44', () => {
  expect(sampleCrawlerCost()).toBeCloseTo(633.6, 6);
});
