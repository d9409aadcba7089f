import { readdirSync, readFileSync, statSync } from 'fs';
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

describe('pictures', () => {
  const pictures = readdirSync(join(DOCS, 'images'));
  const pages = [join(DOCS, '../README.md'), ...readdirSync(DOCS).filter((file) => file.endsWith('.md')).map((file) => join(DOCS, file))];
  const text = pages.map((page) => readFileSync(page, 'utf8')).join('\n');

  test.each(pictures)('%s is on a page, with a text for those who do not see it, and is small', (picture) => {
    expect(text).toMatch(new RegExp(`!\\[[^\\]]{10,}\\]\\(\\S*images/${picture}\\)|srcset="\\S*images/${picture}"|alt="[^"]{10,}" src="\\S*images/${picture}"`));
    expect(statSync(join(DOCS, 'images', picture)).size).toBeLessThan(200_000);
  });
});
