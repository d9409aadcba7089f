import { join } from 'path';
import { Page } from 'playwright-core';
import { describeInBrowser } from './browser';
import { filters, openSheet, readTable, section, SHEETS } from './sections';
import { Answer, answerTo, asRead, askedAt, filtered, Statement, statementsOf } from './statements';
import { formatted, percent } from '../../../preview/report/format';
import { Preview, runPreview } from '../../../preview/run-preview';
import { DEFAULT_TRAFFIC } from '../../../preview/traffic/traffic-options';
import { ordersApp } from '../orders-app';
import { temporaryFolder } from '../temporary-folder';

const out = join(temporaryFolder(), 'out');
const report = join(out, 'report.html');
/** From the middle of a month to that of the next. */
const TRAFFIC = { ...DEFAULT_TRAFFIC, count: 6000, from: Date.parse('2026-09-05'), days: 41 };

let preview: Preview;
let statements: Statement[];

beforeAll(async () => {
  const templates = ordersApp();
  statements = statementsOf(templates[0]);
  preview = await runPreview({ templates, requests: TRAFFIC, escaping: 'json', out });
});
afterAll(() => preview?.close());

const sorted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(' | ')).sort();

/** Opens every sheet, and compares the table of each question with what a statement answers. */
async function compareAll(page: Page, chosen: readonly Statement[], statementOf: (statement: Statement) => string): Promise<void> {
  for (const sheet of SHEETS) {
    const asked = chosen.filter(({ question }) => question.sheet === sheet);
    if (asked.length === 0) continue;
    await openSheet(page, sheet);
    for (const statement of asked) {
      const answer = await answerTo(preview, statementOf(statement));
      const { labels, rows } = await readTable(section(page, statement.question.id));
      expect([statement.question.id, sorted(rows)]).toEqual([statement.question.id, sorted(asRead(answer, statement, labels))]);
      if (answer.length > 0) expect(labels).not.toEqual([]);
    }
  }
}

test('every question has an answer', () => {
  expect(preview.problems).toEqual([]);
  expect(statements.length).toBeGreaterThan(20);
  expect(new Set(statements.map(({ question }) => question.sheet))).toEqual(new Set(SHEETS));
  expect(new Set(statements.flatMap(({ visual }) => visual?.kind ?? []))).toEqual(new Set(['kpi', 'pie', 'bar', 'line', 'pivot', 'table', 'heatMap']));
});

describeInBrowser('the report shows what the SQL answers', (open) => {
  const drawn = () => statements.filter(({ visual }) => visual);
  const label = async (page: Page, id: string) => await page.locator(`#chart-${id}`).getAttribute('aria-label') ?? '';

  test('every question, as a table', async () => {
    const { page, complaints } = await open(report);
    await compareAll(page, statements, ({ sql }) => sql);
    expect(complaints).toEqual([]);
  });

  test('of a usage plan and an endpoint, every visual', async () => {
    const { page, complaints } = await open(report);
    await filters(page).getByLabel('Usage plan').selectOption('Pro');
    await filters(page).getByLabel('Endpoint').selectOption('GET /v1/orders');
    const plan = (await answerTo(preview, 'SELECT DISTINCT usage_plan_id FROM requests WHERE usage_plan_name = \'Pro\''))[0].usage_plan_id;
    await compareAll(page, drawn(), ({ sql }) => filtered(sql, `usage_plan_id = '${plan}' AND endpoint = 'GET /v1/orders'`));
    expect(complaints).toEqual([]);
  });

  test('of requests without a customer, and of other days', async () => {
    const { page, complaints } = await open(report);
    await filters(page).getByLabel('Customer').selectOption('(no customer)');
    await filters(page).getByLabel('Period').selectOption('Other days…');
    await filters(page).getByLabel('from').fill('2026-10-01');
    await filters(page).getByLabel('to', { exact: true }).fill('2026-10-09');
    await filters(page).getByLabel('to', { exact: true }).blur();
    expect(new URL(page.url()).hash).toBe('#overview?from=2026-10-01&to=2026-10-09&none=customer');
    await compareAll(page, drawn(), ({ sql }) => filtered(askedAt(sql, '2026-10-09 23:59:59.999'), 'customer_id IS NULL'));
    expect(complaints).toEqual([]);
  });

  test('a question on which no filter acts says so, and names its period', async () => {
    const { page } = await open(`${report}#plans-and-quota?from=2026-10-01&to=2026-10-09`);
    const scopes = await page.locator('.scope').allInnerTexts();
    expect(scopes).toEqual(expect.arrayContaining([
      expect.stringMatching(/^Month to date: 1 – 15 October 2026\. The filters do not act on this answer\.$/),
      'Current period of each quota. The filters do not act on this answer.',
    ]));
    await openSheet(page, 'Overview');
    expect(await page.locator('.scope').first().innerText()).toBe('1 – 9 October 2026, compared with 1 – 9 September 2026.');
  });

  test('pie: ring, its words and its table', async () => {
    const { page } = await open(report);
    const id = 'requests-by-plan';
    const answer = await answerTo(preview, statements.find(({ question }) => question.id === id)!.sql);
    const total = answer.reduce((sum, { requests }) => sum + Number(requests), 0);
    expect(await page.locator(`#chart-${id} svg`).textContent()).toContain(formatted(total, 'count'));
    const slices = answer.map(({ usage_plan_name, requests }) => `${usage_plan_name} ${formatted(requests, 'count')} (${percent(Number(requests) / total)})`);
    expect(await label(page, id)).toBe(`Requests by usage plan, as a ring: ${slices.join(', ')}.`);
  });

  test('bars: of each plan that is chosen, without a status that is hidden', async () => {
    const { page, complaints } = await open(report);
    const id = 'top-customers-by-status';
    const answer = await answerTo(preview, statements.find(({ question }) => question.id === id)!.sql);
    const bars = (plan: unknown, only: (status: unknown) => boolean) => {
      const rows = answer.filter((row) => row.usage_plan_name === plan);
      return [...new Set(rows.map(({ customer_name }) => customer_name))].map((name) => `${name}: ${rows
        .filter((row) => row.customer_name === name && only(row.status)).map(({ requests, status }) => `${formatted(requests, 'count')} with ${status}`).join(', ') || 'none'}`).join('; ');
    };
    const choice = section(page, id).getByRole('combobox');
    const plans = await choice.locator('option').allInnerTexts();
    expect(plans).toEqual([...new Set(answer.map(({ usage_plan_name }) => usage_plan_name))]);
    expect(new Set(plans)).toEqual(new Set(['Enterprise', 'Pro', 'Basic', 'Free']));
    for (const plan of plans) {
      await choice.selectOption(plan);
      expect(await label(page, id)).toBe(`Top customers of a usage plan, ${plan}, as bars. ${bars(plan, () => true)}.`);
    }
    await section(page, id).getByRole('button', { name: '200' }).click();
    expect(await label(page, id)).toBe(`Top customers of a usage plan, ${plans[3]}, as bars. ${bars(plans[3], (status) => status !== '200')}.`);
    expect(complaints).toEqual([]);
  });

  test('lines, cells and stacked bars have every number in their words', async () => {
    const { page } = await open(report);
    const charts = drawn().filter(({ visual, question }) => ['line', 'heatMap', 'bar'].includes(visual!.kind) && question.id !== 'top-customers-by-status');
    expect(charts.length).toBeGreaterThan(4);
    for (const { question, sql, visual, measures } of charts) {
      await openSheet(page, question.sheet);
      const answer: Answer = await answerTo(preview, sql);
      const [{ id, format }] = visual!.measures.map((name) => measures!.find((measure) => measure.id === name)!);
      const words = await label(page, question.id);
      for (const row of answer) if (row[id] !== null) expect(words).toContain(formatted(row[id], format));
      expect(await page.locator(`#chart-${question.id} svg path`).count()).toBeGreaterThan(2);
    }
  });

  test('pivot: every cell, whichever number is shown', async () => {
    const { page } = await open(report);
    const id = 'endpoints-by-plan-and-customer';
    const answer = await answerTo(preview, statements.find(({ question }) => question.id === id)!.sql);
    const table = section(page, id).locator('.pivot');
    for (const [measure, format] of [['Share of requests', 'percent'], ['Requests', 'count']] as const) {
      await section(page, id).getByLabel('Show').selectOption(measure);
      const closed = table.locator('button[aria-expanded="false"]');
      while (await closed.count() > 0) await closed.first().click();
      const endpoints = (await table.locator('thead th').allInnerTexts()).slice(1, -1).map((text) => text.replace(/\s+/g, ' ').replace(/\/ /g, '/').trim());
      const rows = await table.locator('tbody:not(.group) tr').evaluateAll((all) => all.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)));
      const expected = new Map(answer.map((row) => [`${row.customer_name} | ${row.endpoint}`, formatted(row[format === 'percent' ? 'share' : 'requests'], format)]));
      expect(rows).toHaveLength(new Set(answer.map(({ usage_plan_id, customer_id }) => `${usage_plan_id} ${customer_id}`)).size);
      for (const [name, ...cells] of rows) {
        expect([name, ...cells.slice(0, -1)]).toEqual([name, ...endpoints.map((endpoint) => expected.get(`${name} | ${endpoint}`) ?? '·')]);
      }
    }
  });
});
