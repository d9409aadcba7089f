import { AwsServer } from './aws/aws-server';
import { COMBINATIONS, Engines, load, titleOf } from './combination';
import { comparableRows } from './compare';
import { Cost, costOf, costTable, writeCosts } from './costs';
import { AGGREGATES, ROW_FUNCTIONS } from './dialect/functions';
import { listedDays } from './listed-days';
import { previewMonth } from './month-of-traffic';
import { templateQuestions } from './named-queries';
import { Format, FORMATS, pipelineTemplate } from './pipelines';
import { answersOf, filteredRows } from './quicksight-queries';
import { startTrino, TrinoServer } from './trino/server';
import { App } from '../../preview/template/app';
import { DAY } from '../../preview/traffic/traffic-options';

const END = new Date();
const QUESTIONS = templateQuestions(new App([pipelineTemplate('JSON', 'crawled')]));

let aws: AwsServer;
let trino: TrinoServer;
const months = new Map<Format, string>();
const costs: Cost[] = [];

beforeAll(async () => {
  aws = await AwsServer.start();
  trino = await startTrino(aws.url);
  for (const format of Object.keys(FORMATS) as Format[]) months.set(format, await previewMonth(pipelineTemplate(format, 'crawled'), END));
});

afterAll(async () => {
  await trino?.stop();
  aws?.close();
  process.stdout.write(costTable(costs));
  if (process.env.WRITE_COSTS === 'true') writeCosts(costs, END);
});

describe.each(COMBINATIONS.map((combination) => [titleOf(combination), combination] as const))('%s', (_title, combination) => {
  let engines: Engines;

  beforeAll(async () => {
    engines = await load(aws, trino.url, combination, months.get(combination.format)!, END);
  });
  afterAll(() => engines?.duckdb.close());
  beforeEach(() => aws.reads.reset());

  /** Both engines' answers at the instant at which Trino answered. */
  async function answers(sql: string, trinoClient = engines.trino) {
    const { columns, rows, instant, ...times } = await trinoClient.query(sql);
    return { columns, times, trino: comparableRows(columns, rows), duckdb: comparableRows(columns, await engines.duckdb.rows(sql, instant)) };
  }

  test('the table of requests has the same rows', async () => {
    const [first, last] = [new Date(END.getTime() - 32 * DAY), END].map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''));
    const both = await answers(`SELECT * FROM ${engines.requests.name}
      WHERE year BETWEEN '${first.slice(0, 4)}' AND '${last.slice(0, 4)}' AND year || month || day BETWEEN '${first}' AND '${last}'
      ORDER BY extended_request_id, requested_at, year, month, day, hour`);
    expect(both.trino.length).toBeGreaterThan(1000);
    expect(both.trino).toEqual(both.duckdb);
  });

  test('functions that both have give the same', async () => {
    for (const functions of [AGGREGATES, ROW_FUNCTIONS]) {
      const calls = Object.values(functions).flatMap(({ samples }) => samples).map((call, index) => `${call} AS call_${index}`);
      const both = await answers(`SELECT ${calls.join(', ')} FROM (VALUES (1), (2), (3), (NULL)) AS numbers (x) ORDER BY 1 NULLS LAST`);
      expect(both.trino).toEqual(both.duckdb);
    }
  });

  test('no view is stale', async () => {
    expect(engines.duckdb.views).not.toEqual([]);
    for (const { name } of engines.duckdb.views) await engines.trino.query(`EXPLAIN (TYPE VALIDATE) SELECT * FROM ${name}`);
  });

  for (const { id, sql, columns, days } of QUESTIONS) {
    test(id, async () => {
      const both = await answers(sql);
      const listed = listedDays(aws.reads, engines.requests);
      costs.push(costOf(id, combination, aws.reads, listed.size, both.times));
      expect(both.columns.map(({ name }) => name)).toEqual(columns);
      expect(both.trino).not.toEqual([]);
      expect(both.trino).toEqual(both.duckdb);
      expect(listed.size).toBeLessThanOrEqual(days + SLACK_DAYS);
    });
  }

  // What QuickSight sends is not published. These are plausible shapes of a filter, over the data sets of the dashboard.
  for (const { name, sql, days } of filteredRows(combination, END)) {
    test(`QuickSight: ${name}`, async () => {
      const both = await answers(sql, engines.trinoAnywhere);
      const listed = listedDays(aws.reads, engines.requests);
      costs.push(costOf(`QuickSight: ${name}`, combination, aws.reads, listed.size, both.times));
      expect(both.trino).not.toEqual([]);
      expect(both.trino).toEqual(both.duckdb);
      expect(listed.size).toBeLessThanOrEqual(days + SLACK_DAYS);
    });
  }
});

describe('the data sets of the dashboard that have a statement of their own', () => {
  const combination = COMBINATIONS.find(({ format, catalog }) => format === 'Parquet' && catalog === 'crawled')!;
  let engines: Engines;

  beforeAll(async () => {
    engines = await load(aws, trino.url, combination, months.get(combination.format)!, END);
  });
  afterAll(() => engines?.duckdb.close());

  for (const { name, sql } of answersOf(combination)) {
    test(`${name} needs no current database`, async () => {
      const { columns, rows, instant } = await engines.trinoAnywhere.query(sql);
      const sorted = (list: unknown[]) => list.map((row) => JSON.stringify(row)).sort();
      expect(rows).not.toEqual([]);
      expect(sorted(comparableRows(columns, rows))).toEqual(sorted(comparableRows(columns, await engines.duckdb.rows(sql, instant))));
    });
  }
});

/** The day of the clock, of which the period has a part, counts as one of its days; these are the two of late and early arrivals. */
const SLACK_DAYS = 2;
