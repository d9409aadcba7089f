import { readFileSync } from 'fs';
import { join } from 'path';

/** A page that is longer is a sign of exports that no user needs, or of structs that say the same. */
const MOST_LINES = 3650;

test('API.md stays a page that a reader can search', () => {
  const lines = readFileSync(join(__dirname, '../../API.md'), 'utf8').split('\n').length;
  expect(lines).toBeGreaterThan(1000);
  expect(lines).toBeLessThanOrEqual(MOST_LINES);
});
