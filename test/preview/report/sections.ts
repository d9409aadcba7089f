import { Locator, Page } from 'playwright-core';

export const SHEETS = ['Overview', 'Customers', 'Plans and quota', 'Endpoints', 'Errors', 'Latency', 'Requests', 'Data health'];

export function section(page: Page, id: string): Locator {
  return page.locator(`section[aria-labelledby="${id}"]`);
}

/** The table of a section with all its rows: of a chart, the one behind it. */
export async function readTable(from: Locator): Promise<{ readonly labels: string[]; readonly rows: string[][] }> {
  const behind = from.locator('details', { hasText: 'These numbers as a table' });
  const table = await behind.isVisible() ? behind : from;
  if (table === behind && !await behind.evaluate((element: HTMLDetailsElement) => element.open)) {
    await behind.locator('summary').click();
    // The page fills it when it has opened.
    await behind.locator(':scope > div > *').first().waitFor({ state: 'attached' });
  }
  const more = table.getByRole('button', { name: 'Show all' });
  if (await more.isVisible()) await more.click();
  const data = table.locator('table.data');
  if (await data.count() === 0) return { labels: [], rows: [] };
  const rows = await data.evaluate((element: HTMLTableElement) => [...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent)));
  return { labels: rows[0], rows: rows.slice(1) };
}

export function filters(page: Page): Locator {
  return page.getByRole('form', { name: 'Filters' });
}

/** Opens a sheet by its tab. */
export async function openSheet(page: Page, sheet: string): Promise<void> {
  await page.getByRole('link', { name: sheet, exact: true }).first().click();
  await page.locator('nav a[aria-current]', { hasText: sheet }).waitFor();
}
