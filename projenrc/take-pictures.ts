import { statSync } from 'fs';
import { resolve } from 'path';
import type { Page } from 'playwright-core';
import { CHROMIUM, launchBrowser } from '../test/preview/report/browser';

const ROOT = resolve(__dirname, '..');
const REPORT = resolve(ROOT, 'demo-out/preview/report.html');
/** Registries show pictures at about this width. */
const WIDTH = 1200;
const MAX_BYTES = 200_000;

interface Picture {
  readonly file: string;
  readonly sheet: string;
  readonly colours: 'light' | 'dark';
  readonly height: number;
}

const PICTURES: readonly Picture[] = [
  { file: 'report.png', sheet: 'Overview', colours: 'light', height: 1150 },
  { file: 'report-dark.png', sheet: 'Overview', colours: 'dark', height: 1150 },
  { file: 'report-errors.png', sheet: 'Errors', colours: 'dark', height: 1330 },
];

/** Takes the pictures of the report that the pages show, from the report of `npm run demo`. */
async function main(): Promise<void> {
  if (!CHROMIUM) throw new Error('There is no chromium on the PATH.');
  const browser = await launchBrowser();
  for (const picture of PICTURES) {
    const context = await browser.newContext({ colorScheme: picture.colours, reducedMotion: 'reduce', viewport: { width: WIDTH, height: picture.height } });
    await take(await context.newPage(), picture);
    await context.close();
  }
  await browser.close();
}

async function take(page: Page, { file, sheet }: Picture): Promise<void> {
  await page.goto(`file://${REPORT}`);
  await page.getByRole('tab', { name: sheet }).or(page.getByRole('link', { name: sheet, exact: true })).first().click();
  await page.waitForSelector('section');
  const path = resolve(ROOT, 'docs/images', file);
  await page.screenshot({ path });
  const { size } = statSync(path);
  process.stdout.write(`${file}: ${size.toLocaleString('en')} bytes\n`);
  if (size > MAX_BYTES) throw new Error(`${file} has ${size} bytes, at most ${MAX_BYTES} are wanted.`);
}

void main();
