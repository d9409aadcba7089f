import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { QUESTIONS } from '../src/query/questions';

interface Cost {
  readonly lists: number;
  readonly bytes: number;
}

interface Costs {
  readonly measured: string;
  /** By question, catalog and format. */
  readonly questions: Readonly<Record<string, Readonly<Record<'crawled' | 'projected', Readonly<Record<'JSON' | 'Parquet', Cost>>>>>>;
}

/** `WRITE_COSTS=true npm run verify:athena` writes the file. */
const COSTS_FILE = join(__dirname, 'measured-costs.json');

/** What each question lists and reads. */
export function costsSection(): string[] {
  if (!existsSync(COSTS_FILE)) return [];
  const { measured, questions } = JSON.parse(readFileSync(COSTS_FILE, 'utf8')) as Costs;
  const rows = QUESTIONS.filter(({ id }) => id in questions).map(({ id, title }) => {
    const { crawled, projected } = questions[id];
    return [title, crawled.JSON.lists, projected.JSON.lists, kilobytes(projected.JSON), kilobytes(projected.Parquet)].join(' | ');
  });
  return [
    '## What each question costs',
    `Measured on ${measured} with Trino, the engine of Athena, on a month with requests in five hours of each day. A month to date was ${Number(measured.slice(-2))} days long. `
      + 'The crawled catalog has three years of registered hours and the projected one its default years: LISTs follow the period of a question, not the age of the pipeline. '
      + 'An hour without files costs two LISTs. These files are a few kilobytes each, so that the footers of the Parquet files weigh more than their columns. '
      + 'With more requests for each file, Parquet is the smaller of the two: `npm run bench` measures a month of a million requests.',
    ['| question | LISTs, crawled | LISTs, projected | kB read, JSON | kB read, Parquet |', '| --- | --- | --- | --- | --- |', ...rows.map((row) => `| ${row} |`)].join('\n'),
  ];
}

function kilobytes({ bytes }: Cost): number {
  return Math.round(bytes / 1000);
}
