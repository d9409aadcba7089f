import { readFileSync } from 'fs';
import { join } from 'path';

const PAGE = readFileSync(join(__dirname, '../../docs/migrating.md'), 'utf8');

/** The statements of the page: two tables of which one is created, two views, and a question. */
export const [TABLE_OF_POST, TABLE_OF_SAMPLE, EARLIER_REQUESTS, ALL_TIME_REQUESTS, QUESTION] = [...PAGE.matchAll(/^```sql\n(.*?)^```$/gms)].map(([, sql]) => sql);

/** What a view selects. */
export function selectOf(view: string): string {
  return view.replace(/^CREATE OR REPLACE VIEW \w+ AS\n/, '');
}
