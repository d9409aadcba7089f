import { join } from 'path';
import { Page } from 'playwright-core';
import { describeInBrowser } from './browser';
import { customer, endpoint, MonthToDate, plan } from './truth';
import { count, percent } from '../../../preview/report/format';
import { QUESTIONS } from '../../../preview/report/questions';
import { Preview, runPreview } from '../../../preview/run-preview';
import { DEFAULT_TRAFFIC } from '../../../preview/traffic/traffic-options';
import { ordersApp } from '../orders-app';
import { temporaryFolder } from '../temporary-folder';

const out = join(temporaryFolder(), 'out');
const report = join(out, 'report.html');
let preview: Preview;
let truth: MonthToDate;

beforeAll(async () => {
  preview = await runPreview({ templates: ordersApp(), requests: { ...DEFAULT_TRAFFIC, count: 6000, days: 8 }, escaping: 'json', out });
  truth = new MonthToDate(out);
});
afterAll(() => preview.close());

/** The answer of a question: its rows, without their shares. */
async function answer(id: string): Promise<Map<string, number>> {
  const question = QUESTIONS.find((each) => each.id === id)!;
  let csv = '';
  for await (const piece of preview.query(question.sql('logs'))) csv += piece;
  const requests = question.answer.findIndex(({ name }) => name === 'requests');
  const rows = csv.split('\r\n').slice(1, -1).map((line) => line.split(','));
  return new Map(rows.map((row) => [row.slice(0, requests).join('|'), Number(row[requests])]));
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the SQL gives what the generator made', () => {
  test('by plan', async () => {
    expect(sorted(await answer('requests-by-plan'))).toEqual(sorted(truth.by(plan)));
  });

  test('by customer and status, of each plan', async () => {
    const given = await answer('top-customers-by-status');
    const made = truth.by((cell) => [plan(cell), customer(cell), cell.status].join('|'), ({ usage_plan_name }) => usage_plan_name !== null);
    expect(given.size).toBeGreaterThan(100);
    for (const [combination, requests] of given) expect([combination, requests]).toEqual([combination, made.get(combination)]);
  });

  test('by plan, customer and endpoint', async () => {
    expect(sorted(await answer('endpoints-by-plan-and-customer'))).toEqual(sorted(truth.by((cell) => [plan(cell), customer(cell), endpoint(cell)].join('|'))));
  });
});

describeInBrowser('the report draws what the SQL gives', (open) => {
  const label = async (page: Page, id: string) => page.locator(`#chart-${id}`).getAttribute('aria-label');

  test('pie: ring, its words and its table', async () => {
    const { page, complaints } = await open(report);
    const expected = [...await answer('requests-by-plan')];
    const total = truth.total;
    expect(await page.locator('#chart-requests-by-plan svg').textContent()).toContain(count(total));
    expect(await label(page, 'requests-by-plan'))
      .toBe(`Requests by usage plan, as a ring: ${expected.map(([name, requests]) => `${name} ${count(requests)} (${percent(requests / total)})`).join(', ')}.`);
    const table = await page.locator('section', { has: page.locator('#chart-requests-by-plan') }).locator('tbody tr').allInnerTexts();
    expect(table.map((row) => row.split(/\s*\t\s*/))).toEqual(expected.map(([name, requests]) => [name, count(requests), percent(requests / total)]));
    expect(complaints).toEqual([]);
  });

  test('bars: of each plan that is chosen, and of failed requests only', async () => {
    const { page, complaints } = await open(report);
    const id = 'top-customers-by-status';
    const given = [...await answer(id)].map(([combination, requests]) => [...combination.split('|'), count(requests)]);
    const bars = (only: (status: number) => boolean, chosen: string) => {
      const ofPlan = given.filter(([of]) => of === chosen);
      const parts = (name: string) => ofPlan.filter(([, whose, status]) => whose === name && only(Number(status)));
      const bar = (name: string) => parts(name).map(([, , status, requests]) => `${requests} with ${status}`).join(', ') || 'none';
      return [...new Set(ofPlan.map(([, whose]) => whose))].map((name) => `${name}: ${bar(name)}`).join('; ');
    };
    const options = await page.getByRole('combobox').locator('option').allInnerTexts();
    expect(options).toEqual([...new Set(given.map(([of]) => of))]);
    expect(new Set(options)).toEqual(new Set(['Enterprise', 'Pro', 'Basic', 'Free']));
    for (const name of options) {
      await page.getByRole('combobox').selectOption(name);
      expect(await label(page, id)).toBe(`Top customers of a usage plan, ${name}, as bars. ${bars(() => true, name)}.`);
    }
    await page.getByLabel('Only failed requests').check();
    expect(await label(page, id)).toBe(`Top customers of a usage plan, ${options[3]}, as bars. ${bars((status) => status >= 400, options[3])}.`);
    expect(await page.locator(`#chart-${id} svg`).textContent()).not.toContain('201');
    expect(complaints).toEqual([]);
  });

  test('pivot: every cell', async () => {
    const { page, complaints } = await open(report);
    const shares = truth.by((cell) => [customer(cell), endpoint(cell)].join('|'));
    const table = page.locator('.pivot');
    const endpoints = (await table.locator('thead th').allInnerTexts()).slice(1, -1).map((text) => text.replace(/\s+/, ' ').trim());
    for (const button of await table.locator('button').all()) if (await button.getAttribute('aria-expanded') === 'false') await button.click();
    const rows = await table.locator('tbody:not(.group) tr').all();
    expect(rows).toHaveLength(truth.by(customer).size);
    for (const row of rows) {
      const who = await row.locator('th').innerText();
      const cells = (await row.locator('td').allInnerTexts()).slice(0, -1);
      const made = endpoints.map((name) => shares.get([who, name].join('|')));
      expect([who, ...cells]).toEqual([who, ...made.map((requests) => (requests === undefined ? '·' : percent(requests / truth.total)))]);
    }
    expect(complaints).toEqual([]);
  });
});
