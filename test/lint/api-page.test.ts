import { readFileSync } from 'fs';
import { join } from 'path';

/** A page that is longer is a sign of exports that no user needs, or of structs that say the same. */
const MOST_LINES = 3000;

const page = readFileSync(join(__dirname, '../../API.md'), 'utf8');

test('API.md stays a page that a reader can search', () => {
  const lines = page.split('\n').length;
  expect(lines).toBeGreaterThan(1000);
  expect(lines).toBeLessThanOrEqual(MOST_LINES);
});

test('each type has a sentence or more, and an example', () => {
  const types = page.split(/^### /m).slice(1);
  expect(types.length).toBeGreaterThan(30);
  for (const type of types) expect(type).toMatch(/^.*\n\n[A-Z][^]*\*Example\*\n\n```typescript\n/);
});

test('every link within the page leads to an anchor', () => {
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, link]) => link);
  const anchors = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, anchor]) => anchor));
  expect(links.length).toBeGreaterThan(200);
  expect(links.filter((link) => !anchors.has(link))).toEqual([]);
});

test('the page has no inherited members and no declarations of properties, and describes everything', () => {
  expect(page).not.toMatch(/ApiUsageAnalytics\.(toString|isConstruct|property\.node)"/);
  expect(page).not.toMatch(/public readonly|= \{ \.\.\. \}/);
  expect(page).not.toContain('No description');
});
