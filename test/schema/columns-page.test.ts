import { readFileSync } from 'fs';
import { join } from 'path';
import { columnsPage } from '../../projenrc/columns-page-text';

test('docs/columns.md is what the table of columns says now', () => {
  expect(readFileSync(join(__dirname, '../../docs/columns.md'), 'utf8').trimEnd()).toBe(columnsPage().trimEnd());
});
