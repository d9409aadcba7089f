import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Preview, runPreview } from '../../preview/run-preview';
import { APPS } from '../lint/apps';
import { csvOf } from '../preview/previewing';

const COUNT = 100_000;
/** Over the end of a month. */
const TRAFFIC = { count: COUNT, seed: 'values', from: Date.parse('2026-09-29'), days: 3, duplicates: 0.05 };

/** A group of requests and how many there are. */
type Cell = Readonly<Record<string, unknown>>;

interface Truth {
  readonly requests: number;
  readonly duplicates: number;
  readonly plans: readonly Cell[];
  readonly customers: readonly Cell[];
  readonly statuses: readonly Cell[];
  readonly hours: readonly Cell[];
  readonly monthToDate: { readonly cells: readonly Cell[] };
}

const HOUR = 'substr(CAST(requested_at AS varchar), 1, 13) AS hour';

/** Each request once, by the id that no caller can choose. */
const REQUESTS = `(SELECT * FROM (
  SELECT *, row_number() OVER (PARTITION BY extended_request_id ORDER BY year, month, day, hour) AS delivery FROM logs
) WHERE delivery = 1)`;

const MONTH_START = 'date_trunc(\'month\', CAST(current_timestamp AT TIME ZONE \'UTC\' AS timestamp(3)))';

describe.each(['the quick start', 'Parquet, projected'])('%s', (app) => {
  let assembly: string;
  let out: string;
  let preview: Preview;
  let truth: Truth;

  beforeAll(async () => {
    assembly = APPS[app]().synth().directory;
    out = mkdtempSync(join(tmpdir(), 'values-'));
    preview = await runPreview({ templates: [join(assembly, 'OrdersApi.template.json')], requests: TRAFFIC, escaping: 'json', out });
    truth = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8')) as Truth;
  });

  afterAll(() => {
    preview?.close();
    for (const folder of [assembly, out]) rmSync(folder, { recursive: true, force: true });
  });

  async function cells(select: string): Promise<Cell[]> {
    const csv = await csvOf(preview, `SELECT to_json(cell) FROM (${select}) AS cell`);
    return csv.split('\r\n').slice(1, -1).map((line) => JSON.parse(line.slice(1, -1).replace(/""/g, '"')) as Cell);
  }

  test('every request is there once, and some twice as they were delivered', async () => {
    expect(preview.problems).toEqual([]);
    expect(truth.requests).toBe(COUNT);
    expect(truth.duplicates / COUNT).toBeCloseTo(0.05, 2);
    expect(preview.pipelines).toMatchObject([{ delivered: COUNT + truth.duplicates, rows: COUNT + truth.duplicates, failed: 0, unresolved: 0 }]);
    expect(await cells('SELECT count(extended_request_id) AS deliveries, count(DISTINCT extended_request_id) AS requests FROM logs'))
      .toEqual([{ deliveries: COUNT + truth.duplicates, requests: COUNT }]);
  });

  test.each([['plan', 'plans'], ['customer', 'customers'], ['status', 'statuses'], ['hour', 'hours']] as const)(
    'the totals by %s are those of the requests made', async (_, total) => {
      const columns = Object.keys(truth[total][0]).filter((name) => name !== 'requests').map((name) => (name === 'hour' ? HOUR : name));
      const answer = await cells(`SELECT ${columns.join(', ')}, count(*) AS requests FROM ${REQUESTS} GROUP BY ALL`);
      expect(sorted(answer)).toEqual(sorted(truth[total]));
      expect(answer.length).toBeGreaterThan(3);
    },
  );

  test('the questions count each request of the month to date once', async () => {
    const statuses = new Map<unknown, number>();
    for (const { status, requests } of truth.monthToDate.cells) statuses.set(status, (statuses.get(status) ?? 0) + Number(requests));
    const answer = await cells(`SELECT status, count(DISTINCT extended_request_id) AS requests FROM requests WHERE requested_at >= ${MONTH_START} GROUP BY 1`);
    expect(sorted(answer)).toEqual(sorted([...statuses].map(([status, requests]) => ({ status, requests }))));
    // The view leaves copies on both sides of midnight of arrival, and no others.
    expect(await cells('SELECT extended_request_id, count(*) AS copies FROM requests GROUP BY 1, year, month, day HAVING count(*) > 1')).toEqual([]);
  });
});

function sorted(cells: readonly Cell[]): string[] {
  return cells.map((cell) => JSON.stringify(cell)).sort();
}
