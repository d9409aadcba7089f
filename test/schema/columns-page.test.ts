import { readFileSync } from 'fs';
import { join } from 'path';
import { columnsPage } from '../../projenrc/columns-page-text';

test('docs/columns.md is up to date with the table of columns', () => {
  expect(readFileSync(join(__dirname, '../../docs/columns.md'), 'utf8').trimEnd()).toBe(columnsPage().trimEnd());
});
