import { readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import { Page } from 'playwright-core';
import { DashboardData, VisualData } from '../../../preview/dashboard/dashboard-data';
import { formatted, percent } from '../../../preview/report/format';
import { Dimension } from '../../../preview/report/metadata';
import { Value } from '../../../preview/report/query-rows';
import { Preview, runPreview } from '../../../preview/run-preview';
import { DEFAULT_TRAFFIC } from '../../../preview/traffic/traffic-options';
import { QuickSightPrincipal } from '../../../src';
import { ordersApp } from '../orders-app';
import { describeInBrowser } from '../report/browser';
import { Answer, answerTo, filtered, Statement, statementsOf } from '../report/statements';
import { temporaryFolder } from '../temporary-folder';

const out = join(temporaryFolder(), 'out');
const file = join(out, 'dashboard.html');
/** From the first days of a month to the middle of the next. */
const TRAFFIC = { ...DEFAULT_TRAFFIC, count: 3000, from: Date.parse('2026-09-05'), days: 41 };

/** QuickSight has no limit of rows and columns in a pivot table, so the dashboard shows what the question adds up as all others. */
const WITHOUT_LIMIT = 'bytes-by-customer-and-endpoint';

let templates: readonly string[];
let preview: Preview;
let statements: readonly Statement[];
let visuals: ReadonlyMap<string, VisualData>;

beforeAll(async () => {
  templates = ordersApp({ dashboard: { readers: [QuickSightPrincipal.group('owners')] } });
  statements = statementsOf(templates[0]);
  preview = await runPreview({ templates, requests: TRAFFIC, escaping: 'json', out });
  visuals = visualsIn(file);
});
afterAll(() => preview?.close());

function visualsIn(page: string): ReadonlyMap<string, VisualData> {
  const [, packed] = /id="data">([^<]+)</.exec(readFileSync(page, 'utf8'))!;
  const { sheets } = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as DashboardData;
  const elements = sheets.flatMap((sheet) => sheet.elements);
  return new Map(elements.flatMap((each) => 'visual' in each ? [[each.visual.id, each.visual] as const] : []));
}

/** The questions whose picture has a place for each row of the answer. A control stands for a choice. */
function comparablePictures(): Statement[] {
  return statements.filter(({ question, visual }) => visual && visual.kind !== 'kpi' && question.id !== WITHOUT_LIMIT
    && !visual.roles.some(({ role }) => role === 'choice'));
}

/** A row as one text. Its names are in any order. */
function comparable(names: readonly Value[], numbers: readonly Value[]): string {
  return [...names.map(String).sort(), ...numbers.map((value) => typeof value === 'number' ? Number(value.toPrecision(9)) : value)].join(' | ');
}

const instant = (value: Value) => value === null ? null : new Date(`${String(value).replace(' ', 'T').replace(/Z$/, '')}Z`).toISOString();

/** The rows of a statement, with the first of its measures. */
function rowsOf(answer: Answer, { visual }: Statement, measures: number): string[] {
  const dimensions = visual!.roles.map(({ dimension }) => visual!.dimensions.find(({ name }) => name === dimension)!);
  const numbers = visual!.measures.slice(0, measures);
  return answer.map((row) => comparable(dimensions.map((each) => nameIn(row, each)), numbers.map((measure) => row[measure]))).sort();
}

function nameIn(row: Answer[0], { key, label, none, format }: Dimension): Value {
  const value = row[label?.column ?? key.column] ?? none;
  return format === 'day' ? instant(value) : value;
}

/** The rows of a visual in the page. */
function rowsOnPage({ dimensions: fields, answers }: VisualData, { visual }: Statement): string[] {
  const { groups } = answers.find(({ dimensions }) => dimensions.length === fields.length)!;
  const others = visual!.roles.find(({ rest }) => rest !== undefined)?.rest ?? null;
  return groups.map(({ keys, rest, values }) => comparable(keys.map((key, index) => rest.includes(index) ? others : key), values)).sort();
}

test('every question is a visual with an answer', () => {
  expect(preview.problems).toEqual([]);
  const kpis = statements.filter(({ visual }) => visual?.kind === 'kpi')
    .flatMap(({ question, visual }) => visual!.measures.map((measure) => `${question.id}-${measure.replaceAll('_', '-')}`));
  expect(kpis.length).toBeGreaterThan(4);
  expect([...visuals.keys()]).toEqual(expect.arrayContaining([...kpis, ...statements.filter(({ visual }) => visual?.kind !== 'kpi').map(({ question }) => question.id)]));
});

test('every picture has the numbers that its question answers', async () => {
  const compared = comparablePictures();
  expect(new Set(compared.map(({ visual }) => visual!.kind))).toEqual(new Set(['pie', 'bar', 'line', 'pivot', 'table', 'heatMap']));
  for (const statement of compared) {
    const { id } = statement.question;
    const shown = visuals.get(id)!;
    const answer = await answerTo(preview, statement.sql);
    expect([id, rowsOnPage(shown, statement)]).toEqual([id, rowsOf(answer, statement, shown.values.length)]);
  }
});

test('for one customer, every picture has the numbers that its question answers about that customer', async () => {
  const folder = join(temporaryFolder(), 'out');
  const { close, problems } = await runPreview({ templates, requests: TRAFFIC, escaping: 'json', out: folder, parameters: ['Customer=Alder Freight'] });
  close();
  expect(problems).toEqual([]);
  const filteredVisuals = visualsIn(join(folder, 'dashboard.html'));
  const compared = comparablePictures().filter(({ visual }) => visual!.source.filters.includes('customer'));
  expect(compared.length).toBeGreaterThan(8);
  for (const statement of compared) {
    const { id } = statement.question;
    const shown = filteredVisuals.get(id)!;
    const answer = await answerTo(preview, filtered(statement.sql, 'customer_name = \'Alder Freight\''));
    expect([id, rowsOnPage(shown, statement)]).toEqual([id, rowsOf(answer, statement, shown.values.length)]);
  }
});

test('a pivot table without a limit has the same total', async () => {
  const { sql, visual } = statements.find(({ question }) => question.id === WITHOUT_LIMIT)!;
  const answer = await answerTo(preview, sql);
  const total = visuals.get(WITHOUT_LIMIT)!.answers.find(({ dimensions }) => dimensions.length === 0)!;
  expect(total.groups[0].values[0]).toBe(answer.reduce((sum, row) => sum + Number(row[visual!.measures[0]]), 0));
});

test('every table of a question with a statement of its own has the rows of the statement', async () => {
  const compared = statements.filter(({ visual }) => !visual);
  expect(compared.length).toBeGreaterThan(8);
  for (const { question: { id }, sql, answer: columns } of compared) {
    const answer = await answerTo(preview, sql);
    const isTime = columns.map(({ format }) => format === 'day' || format === 'timestamp');
    const expected = answer.map((row) => comparable([], columns.map(({ name }, index) => isTime[index] ? instant(row[name]) : row[name])));
    expect([id, visuals.get(id)!.answers[0].groups.map(({ values }) => comparable([], values)).sort()]).toEqual([id, expected.sort()]);
  }
});

interface Truth {
  readonly monthToDate: { readonly cells: readonly TruthCell[] };
}

interface TruthCell {
  readonly usage_plan_name: string | null;
  readonly customer_name: string | null;
  readonly http_method: string;
  readonly resource_path: string | null;
  readonly status: number;
  readonly requests: number;
}

/** The generated requests of the month, added up by a name. */
function generated(nameOf: (cell: TruthCell) => string | null): Map<string, number> {
  const { monthToDate: { cells } } = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8')) as Truth;
  const sums = new Map<string, number>();
  for (const cell of cells) {
    const name = nameOf(cell);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + cell.requests);
  }
  return sums;
}

const tableOf = async (page: Page, id: string) => page.locator(`#visual-${id} table`)
  .evaluate((table: HTMLTableElement) => [...table.rows].map((row) => [...row.cells].map(({ textContent }) => textContent)));

describeInBrowser('the dashboard shows what was generated', (open) => {
  test('at a glance: the values of the month, and those of the month before', async () => {
    const { page, complaints } = await open(file);
    const [glance] = await answerTo(preview, statements.find(({ question }) => question.id === 'month-at-a-glance')!.sql);
    const kpi = async (measure: string) => (await page.locator(`#visual-month-at-a-glance-${measure} .picture`).innerText()).split(/\n+/);
    const total = [...generated(() => 'all').values()][0];
    expect(total).toBe(glance.requests);
    const change = (Number(glance.requests) / Number(glance.requests_before) - 1);
    expect(await kpi('requests')).toEqual([formatted(total, 'count'), `▲ ${percent(change)} from ${formatted(glance.requests_before, 'count')}`]);
    expect((await kpi('customers'))[0]).toBe(formatted(generated(({ customer_name }) => customer_name).size, 'count'));
    expect((await kpi('error-rate'))[0]).toBe(formatted(glance.error_rate, 'percent'));
    expect((await kpi('latency-p95'))[0]).toBe(formatted(glance.latency_p95, 'milliseconds'));
    expect(complaints).toEqual([]);
  });

  test('the pie, the bars and the pivot table of the overview', async () => {
    const { page, complaints } = await open(file);
    const plans = generated(({ usage_plan_name }) => usage_plan_name ?? '(no usage plan)');
    const pie = await tableOf(page, 'requests-by-plan');
    expect(new Map(pie.slice(1).map(([name, requests]) => [name, requests]))).toEqual(new Map([...plans].map(([name, requests]) => [name, formatted(requests, 'count')])));

    const customers = [...generated(({ customer_name }) => customer_name)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const statuses = generated(({ customer_name, status }) => customer_name && `${customer_name} ${status}`);
    const words = await page.locator('#chart-top-customers-by-status').getAttribute('aria-label');
    for (const [name] of customers.slice(0, 9)) {
      for (const [key, requests] of statuses) if (key.startsWith(`${name} `)) expect(words).toContain(`${key.slice(name.length + 1)} ${formatted(requests, 'count')}`);
      expect(words).toContain(`${name}: `);
    }

    const [heads, , ...rows] = await tableOf(page, 'endpoints-by-plan-and-customer');
    const cells = generated(({ customer_name, http_method, resource_path }) => customer_name && `${customer_name} | ${http_method} ${resource_path}`);
    const shown = new Map<string, string>();
    for (const [, customer, ...numbers] of rows.slice(0, -1)) {
      heads.slice(2, -1).forEach((endpoint, index) => { if (numbers[2 * index] !== '') shown.set(`${customer} | ${endpoint}`, numbers[2 * index]); });
    }
    for (const [key, requests] of cells) if (!key.endsWith('null')) expect([key, shown.get(key)]).toEqual([key, formatted(requests, 'count')]);
    expect(cells.size).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
  });
});
