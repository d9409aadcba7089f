import { readFileSync } from 'fs';
import { join } from 'path';
import { Column } from '../../src/schema/column';
import { COLUMNS } from '../../src/schema/columns';

const page = readFileSync(join(__dirname, '../../docs/privacy.md'), 'utf8');
const listed = [...page.matchAll(/^\| `(\w+)` \| .* \| (.*) \|$/gm)].map(([, name, less]) => ({ name, less }));
const personal = COLUMNS.filter((column: Column) => column.personal) as readonly Column[];

test('docs/privacy.md lists every column with personal data, and no other', () => {
  expect(listed.map(({ name }) => name).sort()).toEqual(personal.map(({ name }) => name).sort());
});

test('the page lists exactly the columns that can be omitted', () => {
  const omissible = listed.filter(({ less }) => less.includes('omitColumns')).map(({ name }) => name);
  expect(omissible.sort()).toEqual(personal.filter(({ essential, name }) => !essential && name !== 'source_ip').map(({ name }) => name).sort());
});
