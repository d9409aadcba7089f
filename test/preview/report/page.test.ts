import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { describeInBrowser } from './browser';
import { filters, openSheet, readTable, section, SHEETS } from './sections';
import { runPreview } from '../../../preview/run-preview';
import { DEFAULT_TRAFFIC } from '../../../preview/traffic/traffic-options';
import { UsageCatalog } from '../../../src';
import { Resource } from '../../support/template';
import { API, ordersApp } from '../orders-app';
import { temporaryFile, temporaryFolder } from '../temporary-folder';

const HOSTILE = ['</script><img src=x onerror=alert(1)>', '"><script>alert(2)</script>', '\' onload=alert(3) <!--', '{{constructor}} &amp; %s', '=HYPERLINK("http://x")'];
const PIVOT = 'endpoints-by-plan-and-customer';

const out = join(temporaryFolder(), 'out');
const report = join(out, 'report.html');

/** A second pivot on the sheet of the first. */
function withSecondPivot([file]: readonly string[]): string[] {
  const template = JSON.parse(readFileSync(file, 'utf8')) as { readonly Resources: Record<string, Resource> };
  const pivot = Object.values(template.Resources).find(({ Metadata }) => Metadata?.['cdk-api-usage-analytics']?.question?.id === PIVOT)!;
  const copy = structuredClone(pivot);
  copy.Metadata['cdk-api-usage-analytics'].question.id = 'second-pivot';
  copy.Properties.Name = 'The second pivot';
  template.Resources.SecondPivot = copy;
  writeFileSync(file, JSON.stringify(template));
  return [file];
}

beforeAll(async () => {
  const directory = temporaryFile('directory.json', JSON.stringify({
    usagePlans: [
      { id: 'p', name: `Plan ${HOSTILE[0]}`, apiStages: [{ apiId: API, stage: 'prod' }] },
      { id: 't', name: '(Trial)', apiStages: [{ apiId: API, stage: 'prod' }] },
    ],
    apiKeys: [...HOSTILE, 'On trial'].map((name, index) => ({ id: `k${index}`, name, enabled: true })),
    usagePlanKeys: { p: HOSTILE.map((_, index) => ({ id: `k${index}` })), t: [{ id: `k${HOSTILE.length}` }] },
  }));
  const requests = { ...DEFAULT_TRAFFIC, count: 900, days: 4 };
  const templates = withSecondPivot(ordersApp({ catalog: UsageCatalog.projected() }));
  const preview = await runPreview({ templates, requests, directory, escaping: 'json', out });
  preview.close();
  expect(preview.problems).toEqual([]);
});

describeInBrowser('the page', (open) => {
  test('says that its requests were generated', async () => {
    const { page } = await open(report);
    expect(await page.locator('header').innerText()).toContain('The preview generated these requests: they are not real.');
  });

  test('names with markup are shown as text', async () => {
    const { page, complaints } = await open(report);
    await page.locator('.chart.bar').first().hover();
    for (const sheet of SHEETS) {
      await openSheet(page, sheet);
      if (sheet !== 'Customers') continue;
      const text = await page.locator('main').innerText();
      for (const name of HOSTILE) expect(text).toContain(name);
    }
    expect(await page.locator('img, iframe, main script').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('nothing that a name smuggled in would run or load', async () => {
    const { page } = await open(report);
    await page.evaluate('document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\'document.title = `owned`\'>")');
    await page.evaluate('{ const script = document.createElement("script"); script.textContent = "document.title = `owned`"; document.body.append(script); }');
    expect(await page.title()).toBe('API usage: Shop/Usage');
  });

  test.each([['a phone', 360, 'light'], ['a desk, dark', 1400, 'dark']] as const)('on %s nothing sticks out, and text can be read', async (_where, width, colorScheme) => {
    const { page, complaints } = await open(report, { viewport: { width, height: 800 }, colorScheme });
    for (const sheet of SHEETS) {
      await openSheet(page, sheet);
      expect([sheet, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([sheet, width]);
    }
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe(colorScheme === 'dark' ? 'rgb(15, 20, 26)' : 'rgb(246, 247, 249)');
    expect(complaints).toEqual([]);
  });

  test('the charts follow when light turns to dark', async () => {
    const { page } = await open(report, { colorScheme: 'light' });
    const text = page.locator('.chart.bar svg text').first();
    expect(await text.getAttribute('fill')).toBe('#16202c');
    await page.emulateMedia({ colorScheme: 'dark' });
    // The chart is drawn with the next frame.
    await page.waitForSelector('.chart.bar svg text[fill="#e7edf4"]');
  });

  test('by keyboard: sheets, filters, choices, plans that open, SQL, CSV, tables that scroll; each with a name', async () => {
    const { page } = await open(report);
    const reached: string[] = [];
    for (let step = 0; step < 70; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('document.activeElement.ariaLabel || document.activeElement.labels?.[0]?.innerText || document.activeElement.innerText?.split("\\n")[0] || ""') as string);
    }
    expect(reached).not.toContain('');
    expect(reached).toEqual(expect.arrayContaining([
      ...SHEETS, expect.stringContaining('Period'), expect.stringContaining('Customer'), 'SQL for Athena', 'Download CSV', 'These numbers as a table', '200', '(Trial)',
      expect.stringContaining(', table'),
    ]));
    const button = page.locator(`#pivot-${PIVOT}`).getByRole('button', { name: '(Trial)' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('link', { name: 'Errors', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('nav a[aria-current]', { hasText: 'Errors' }).waitFor();
    expect(await page.locator('section').evaluateAll((sections) => sections.every((each) => each.querySelector('h2') !== null))).toBe(true);
  });

  test('the SQL can be copied', async () => {
    const { page } = await open(report);
    await page.getByText('SQL for Athena').first().click();
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.waitForSelector('text=/Copied|Selected/');
  });

  test('a plan in brackets is drawn like any other, and requests without a plan are grey', async () => {
    const { page } = await open(report);
    const row = (name: string) => section(page, 'requests-by-plan').locator('tr', { has: page.getByText(name, { exact: true }) });
    const swatch = async (name: string) => row(name).locator('.swatch').getAttribute('style');
    expect(await swatch('(Trial)')).toMatch(/--series-/);
    expect(await swatch('(no usage plan)')).toMatch(/--grey-/);
    expect(await row('(Trial)').locator('th').getAttribute('class')).toBeNull();
    expect(await row('(no usage plan)').locator('th').getAttribute('class')).toBe('stand-in');
    await row('(Trial)').getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#plans-and-quota?usage_plan=t');
  });

  test('two pivots on a sheet: each id once, and each opens its own groups', async () => {
    const { page } = await open(report);
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids).toEqual([...new Set(ids)]);
    const [first, second] = [page.locator(`#pivot-${PIVOT}`), page.locator('#pivot-second-pivot')];
    const expanded = async (pivot: typeof first) => pivot.locator('button[aria-expanded="true"]').allInnerTexts();
    const [before] = [await expanded(first)];
    await second.locator('button[aria-expanded="false"]').first().click();
    expect(await expanded(first)).toEqual(before);
    expect(await expanded(second)).toHaveLength(2);
    const openRows = await second.locator('tbody:not(.group):not([hidden])').count();
    expect(openRows).toBe(2);
  });

  test('a customer and an endpoint open their sheets with a filter, and the address restores the view', async () => {
    const { page } = await open(report);
    await page.locator(`#pivot-${PIVOT} tbody:not(.group):not([hidden]) a`).first().click();
    expect(new URL(page.url()).hash).toBe(`#customers?${new URLSearchParams({ customer: HOSTILE[0] }).toString()}`);
    const { rows } = await readTable(section(page, 'usage-statement'));
    expect(new Set(rows.map(([name]) => name)).size).toBe(1);
    const chosen = await filters(page).getByLabel('Customer').inputValue();
    await openSheet(page, 'Overview');
    expect(await filters(page).getByLabel('Customer').inputValue()).toBe(chosen);
    await page.locator(`#pivot-${PIVOT} thead a`).first().click();
    expect(new URL(page.url()).hash).toMatch(/^#endpoints\?customer=[^&]+&endpoint=[^&]+$/);
    await page.reload();
    await page.locator('nav a[aria-current]', { hasText: 'Endpoints' }).waitFor();
    await page.goBack();
    expect(await filters(page).getByLabel('Endpoint').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(new URL(page.url()).hash).toBe('#overview');
  });

  test('a bar opens the sheet of its customer', async () => {
    const { page } = await open(report);
    const chart = page.locator('#chart-top-customers-by-status');
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('svg path[fill^="#3f7fdf"], svg path[fill^="#3F7FDF"]').first().click();
    await page.waitForURL(/#customers\?customer=[^&]+$/);
  });

  test('CSV has the columns of the statement, and no text that a spreadsheet would take for a formula', async () => {
    const { page, complaints } = await open(report);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      section(page, 'top-customers-by-status').getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('top-customers-by-status.csv');
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.split('\r\n')[0]).toBe('usage_plan_id,usage_plan_name,customer_id,customer_name,status,requests');
    expect(csv).toContain(',"\'=HYPERLINK(""http://x"")",');
    expect(csv).toMatch(/\r\nt,\(Trial\),On trial,On trial,200,\d+\r\n/);
    expect(complaints.filter((complaint) => !complaint.startsWith('loads blob:'))).toEqual([]);
  });
});

test('everything is in one file', () => {
  const markup = readFileSync(report, 'utf8').replace(/<script[^]*?<\/script>/g, '');
  expect(/<(script|link|img|iframe)\b[^>]*>/.exec(markup)).toBeNull();
  expect(markup).toContain('<noscript>');
});
