import { readFileSync } from 'fs';
import { join } from 'path';

const { repository } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { repository: { url: string } };

/** The page for the operator of a pipeline, in the package's repository. */
export const OPERATING_PAGE = `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/HEAD/docs/operating.md`;

/** The address of a section of that page, by its heading. */
export function operatingSection(heading: string): string {
  return `${OPERATING_PAGE}#${heading.toLowerCase().replace(/ /g, '-')}`;
}
