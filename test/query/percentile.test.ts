import { Database } from '../../preview/query/database';
import { bucketColumn, LATENCY_BOUNDS_MS } from '../../src/query/measures/latency-buckets';
import { Formula } from '../../src/query/measures/measure';
import { formulaSql } from '../../src/query/measures/measure-sql';
import { MEASURES } from '../../src/query/measures/measures';
import { PARTS } from '../../src/query/measures/parts';
import fc from '../support/fast-check';

let database: Database;
beforeAll(async () => { database = await Database.open(); });
afterAll(() => database.close());

const percentiles = MEASURES.map(({ formula }) => formula).filter((formula): formula is Extract<Formula, { kind: 'percentile' }> => formula.kind === 'percentile');

/** What the buckets of latencies are merged to, in two groups, as a reader merges them. */
async function computed(formula: Formula, latencies: readonly number[]): Promise<number> {
  const parts = PARTS.filter(({ name }) => /^latency_(up_to|count|max)/.test(name));
  const rows = latencies.map((latency, index) => `(${latency}, ${index % 2})`).join(', ');
  const sql = formulaSql(formula, { total: (part) => part, distinct: (dimension) => dimension });
  return database.number(`
    WITH groups AS (SELECT ${parts.map(({ name, sql: aggregate }) => `${aggregate} AS ${name}`).join(', ')}
      FROM (VALUES ${rows}) AS requests (response_latency_ms, half) GROUP BY half),
    merged AS (SELECT ${parts.map(({ name, merge }) => `${merge}(${name}) AS ${name}`).join(', ')} FROM groups)
    SELECT ${sql} FROM merged`);
}

/** The smallest value that so many of the values do not exceed. */
function exact(latencies: readonly number[], fraction: number): number {
  const sorted = [...latencies].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)];
}

test.each(percentiles)('a percentile from merged buckets lies in the bucket of the exact one, at or above it ($fraction)', async (formula) => {
  expect(percentiles).toHaveLength(3);
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 40 }), async (latencies) => {
    const [estimate, truth] = [await computed(formula, latencies), exact(latencies, formula.fraction)];
    const upper = LATENCY_BOUNDS_MS.find((bound) => bound >= truth) ?? Infinity;
    expect(estimate).toBeGreaterThanOrEqual(truth);
    expect(estimate).toBeLessThanOrEqual(Math.min(upper, Math.max(...latencies)));
  }), { numRuns: 60 });
});

test('every bucket is a column of the daily view', () => {
  expect(PARTS.map(({ name }) => name)).toEqual(expect.arrayContaining(LATENCY_BOUNDS_MS.map(bucketColumn)));
});
