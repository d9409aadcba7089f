import { accessSync, constants } from 'fs';
import { delimiter, join } from 'path';
import { Browser, BrowserContextOptions, chromium, Page } from 'playwright-core';

/** Undefined if there is none on the PATH. */
export const CHROMIUM = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium')).find(isExecutable);

/** Tests in a real browser. Where there is none a developer's run says that they were skipped; CI fails. */
export function describeInBrowser(what: string, tests: (open: OpenPage) => void): void {
  if (!CHROMIUM && !process.env.CI) {
    process.stderr.write(`SKIPPED, for there is no chromium on the PATH (Debian: apt-get install chromium): ${what}\n`);
    describe.skip(`${what}: skipped, no chromium on the PATH`, () => tests(() => Promise.reject(new Error('no chromium'))));
    return;
  }
  describe(what, () => {
    let browser: Browser;
    beforeAll(async () => {
      if (!CHROMIUM) throw new Error('CI needs chromium on the PATH.');
      browser = await launchBrowser();
    });
    afterAll(async () => browser?.close());
    tests(async (file, options) => openPage(browser, file, options));
  });
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export type OpenPage = (file: string, options?: BrowserContextOptions) => Promise<OpenedPage>;

export interface OpenedPage {
  readonly page: Page;
  /** What a console would show as errors, and whatever is loaded besides the file. */
  readonly complaints: readonly string[];
}

async function openPage(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', offline: true, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => request.url() === `file://${file}` || complaints.push(`loads ${request.url()}`));
  await page.goto(`file://${file}`);
  await page.waitForSelector('section');
  return { page, complaints };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
