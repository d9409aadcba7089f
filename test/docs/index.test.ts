import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const DOCS = join(__dirname, '../../docs');

test('the index lists every page once', () => {
  const pages = readdirSync(DOCS).filter((file) => file.endsWith('.md') && file !== 'README.md').sort();
  const listed = [...readFileSync(join(DOCS, 'README.md'), 'utf8').matchAll(/^\| \[(\S+\.md)\]\((\S+)\) \|/gm)]
    .filter(([, , target]) => !target.startsWith('../'))
    .map(([, name, target]) => {
      expect(target).toBe(name);
      return name;
    });
  expect(listed.sort()).toEqual(pages);
});
