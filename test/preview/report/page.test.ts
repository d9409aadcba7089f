import { readFileSync } from 'fs';
import { join } from 'path';
import { describeInBrowser } from './browser';
import { runPreview } from '../../../preview/run-preview';
import { DEFAULT_TRAFFIC } from '../../../preview/traffic/traffic-options';
import { UsageCatalog } from '../../../src';
import { shop } from '../hand-made-app';
import { API, ordersApp } from '../orders-app';
import { previewed } from '../previewing';
import { temporaryFile, temporaryFolder } from '../temporary-folder';

const HOSTILE = ['</script><img src=x onerror=alert(1)>', '"><script>alert(2)</script>', '\' onload=alert(3) <!--', '{{constructor}} &amp; %s'];

const out = join(temporaryFolder(), 'out');
const report = join(out, 'report.html');

beforeAll(async () => {
  const directory = temporaryFile('directory.json', JSON.stringify({
    usagePlans: [{ id: 'p', name: `Plan ${HOSTILE[0]}`, apiStages: [{ apiId: API, stage: 'prod' }] }],
    apiKeys: HOSTILE.map((name, index) => ({ id: `k${index}`, name, enabled: true })),
    usagePlanKeys: { p: HOSTILE.map((_, index) => ({ id: `k${index}` })) },
  }));
  const requests = { ...DEFAULT_TRAFFIC, count: 600, days: 4 };
  (await runPreview({ templates: ordersApp({ catalog: UsageCatalog.projected() }), requests, directory, escaping: 'json', out })).close();
});

describeInBrowser('the page', (open) => {
  test('names are text, whatever is in them', async () => {
    const { page, complaints } = await open(report);
    await page.locator('.chart.bar').hover();
    const text = await page.locator('main').innerText();
    for (const name of HOSTILE) expect(text).toContain(name);
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
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
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

  test('by keyboard: choices, plans that open, SQL, tables that scroll; each with a name', async () => {
    const { page } = await open(report);
    const reached: string[] = [];
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('document.activeElement.ariaLabel || document.activeElement.innerText?.split("\\n")[0] || document.activeElement.labels?.[0]?.innerText || ""') as string);
    }
    expect(reached).toEqual(expect.arrayContaining(['SQL for Athena', expect.stringContaining('Only failed'), expect.stringContaining('table'), '(no API key)']));
    const button = page.getByRole('button', { name: '(no API key)' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('section').evaluateAll((sections) => sections.every((section) => section.querySelector('h2') !== null))).toBe(true);
  });

  test('the SQL can be copied', async () => {
    const { page } = await open(report);
    await page.getByText('SQL for Athena').first().click();
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.waitForSelector('text=/Copied|Selected/');
  });
});

test('without a script the tables are there, and everything in one file', () => {
  const markup = readFileSync(report, 'utf8').replace(/<script[^]*?<\/script>/g, '');
  expect(/<(script|link|img|iframe)\b[^>]*>/.exec(markup)).toBeNull();
  expect(markup.match(/<table/g)).toHaveLength(3);
});

test('no requests: a page that says so', async () => {
  const { out: folder } = await previewed(ordersApp(), [], 'SELECT 1');
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('No requests yet');
});

test('a table that is not ours has no report, and is told', async () => {
  const { preview } = await previewed(shop(), [{}], 'SELECT 1');
  expect(preview.notes).toEqual([expect.stringContaining('no report, because usage.logs has no')]);
});
