import { sortOrder } from '../../src/dashboard/data-sets/sort-order';

test.each<[string, string, string[], string[]]>([
  ['columns and directions', 'SELECT a, b FROM t ORDER BY b DESC NULLS LAST, a', ['a', 'b'], ['b DESC', 'a ASC']],
  ['the last one outside of parentheses', 'SELECT a, row_number() OVER (ORDER BY b) AS b FROM (SELECT * FROM t ORDER BY b DESC) AS x\nORDER BY a ASC\nLIMIT 100', ['a', 'b'], ['a ASC']],
  ['no column of the answer', 'SELECT a FROM t ORDER BY lower(a), 1, c, a DESC', ['a'], ['a DESC']],
  ['no order', 'SELECT a FROM t WHERE b = \'ORDER BY a\' -- ORDER BY a', ['a'], []],
  ['only within parentheses', 'SELECT a, max(b) OVER (ORDER BY a) AS b FROM t', ['a', 'b'], []],
])('%s', (_title, sql, columns, expected) => {
  expect(sortOrder(sql, columns).map(({ column, direction }) => `${column} ${direction}`)).toEqual(expected);
});
