import { statSync } from 'fs';
import { median } from './side-by-side';
import { CHROMIUM, launchBrowser } from '../test/preview/report/browser';

const ROUNDS = 5;

/** The size of a report, and how long a new page of a browser takes until every chart of its first sheet is drawn. */
export async function reportFigures(file: string): Promise<string> {
  const size = `${(statSync(file).size / 1e6).toFixed(1)} MB (at most 3)`;
  if (!CHROMIUM) return `${size}; not opened, because there is no chromium on the PATH`;
  const browser = await launchBrowser();
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage();
      const began = process.hrtime.bigint();
      await page.goto(`file://${file}`);
      await page.waitForFunction(() => document.querySelector('.chart svg') && ![...document.querySelectorAll('.chart')].some((chart) => !chart.querySelector('svg')));
      times.push(Number(process.hrtime.bigint() - began) / 1e9);
      await page.close();
    }
    return `${size}, opens in ${median(times).toFixed(1)} s (at most 2)`;
  } finally {
    await browser.close();
  }
}
