import released from './released-columns.json';
import { COLUMNS } from '../../src/schema/columns';

const now: readonly string[] = COLUMNS.map(({ name }) => name);

// Partitions that are registered keep the order they were registered with, and some engines match columns by it.
test.each(Object.entries(released))('the table begins with the columns of %s, in their order', (_version, columns) => {
  expect(now.slice(0, columns.length)).toEqual(columns);
});

test('no release is forgotten', () => {
  expect(Object.keys(released)).toContain('0.1.0');
});
