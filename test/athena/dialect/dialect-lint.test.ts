import { lintDialect, Tables } from './dialect-lint';
import { FUNCTIONS } from './functions';
import { MACROS } from '../../../preview/query/dialect/macros.sql';

const TABLES: Tables = new Map([
  ['requests', [
    { name: 'requested_at', type: 'timestamp' as const },
    { name: 'customer_id', type: 'varchar' as const },
    { name: 'status', type: 'integer' as const },
    { name: 'latency', type: 'double' as const },
    { name: 'internal', type: 'boolean' as const },
    { name: 'day', type: 'varchar' as const },
  ]],
]);

function findings(sql: string): string[] {
  return lintDialect(sql, TABLES).map(({ message }) => message);
}

describe('what passes in DuckDB and fails in Athena is found', () => {
  test.each([
    ['QUALIFY', 'SELECT status FROM requests QUALIFY row_number() OVER (ORDER BY status) = 1', 'cannot parse'],
    ['LIMIT before OFFSET', 'SELECT status FROM requests LIMIT 5 OFFSET 5', 'cannot parse'],
    ['* EXCLUDE', 'SELECT * EXCLUDE (status) FROM requests', 'cannot parse'],
    ['* REPLACE', 'SELECT * REPLACE (1 AS status) FROM requests', 'cannot parse'],
    ['GROUP BY ALL', 'SELECT status, count(*) FROM requests GROUP BY ALL', 'cannot parse'],
    ['::', 'SELECT status::varchar FROM requests', 'cannot parse'],
    ['a list in brackets', 'SELECT [status] FROM requests', 'cannot parse'],
    ['a trailing comma', 'SELECT status, FROM requests', 'cannot parse'],
    ['an interval without quotes', 'SELECT requested_at - INTERVAL 1 DAY FROM requests', 'cannot parse'],
    ['GROUP BY an alias', 'SELECT lower(customer_id) AS customer, count(*) FROM requests GROUP BY customer', 'no table of this select has a column customer:'],
    ['WHERE on an alias', 'SELECT status + 1 AS next FROM requests WHERE next > 200', 'has a column next:'],
    ['HAVING on an alias', 'SELECT day, count(*) AS number FROM requests GROUP BY day HAVING number > 1', 'has a column number:'],
    ['an alias in the same list', 'SELECT status AS code, code + 1 FROM requests', 'has a column code:'],
    ['an alias in an inner query', 'WITH a AS (SELECT status AS code FROM requests) SELECT code AS c FROM a WHERE c = 1', 'has a column c:'],
    ['a column that a subquery does not give', 'SELECT status FROM (SELECT day FROM requests) AS r', 'has a column status:'],
    ['a column of another table', 'SELECT a.status FROM requests AS a JOIN (SELECT day FROM requests) AS b ON b.status = 1', 'has a column b.status:'],
    ['an unknown table', 'SELECT 1 FROM other', 'no table or view is named other'],
    ['strftime', 'SELECT strftime(requested_at, \'%Y\') FROM requests', 'strftime is not among'],
    ['quantile_cont', 'SELECT quantile_cont(latency, 0.5) FROM requests', 'quantile_cont is not among'],
    ['percentile_disc', 'SELECT percentile_disc(latency, 0.5) FROM requests', 'percentile_disc is not among'],
    ['md5 of text', 'SELECT md5(customer_id) FROM requests', 'md5 is not among'],
    ['a number compared with text', 'SELECT 1 FROM requests WHERE status = \'200\'', 'integer and varchar are compared'],
    ['a time compared with text', 'SELECT 1 FROM requests WHERE requested_at > \'2026-10-31\'', 'timestamp and varchar are compared'],
    ['BETWEEN texts', 'SELECT 1 FROM requests WHERE requested_at BETWEEN \'2026-10-01\' AND \'2026-10-31\'', 'timestamp and varchar are compared'],
    ['IN with texts', 'SELECT 1 FROM requests WHERE status IN (200, \'404\')', 'integer and varchar are compared'],
    ['a CASE of another type', 'SELECT CASE status WHEN \'200\' THEN 1 END FROM requests', 'integer and varchar are compared'],
    ['a join of other types', 'SELECT 1 FROM requests AS a JOIN requests AS b ON a.status = b.day', 'integer and varchar are compared'],
    ['a type through a named query', 'WITH a AS (SELECT count(*) AS n FROM requests) SELECT n FROM a WHERE n > \'5\'', 'integer and varchar are compared'],
    ['a type through a union', 'WITH a AS (SELECT status AS n FROM requests UNION ALL SELECT 1) SELECT n FROM a WHERE n = \'5\'', 'integer and varchar are compared'],
    ['a flag as a number', 'SELECT 1 FROM requests WHERE internal = 1', 'boolean and integer are compared'],
  ])('%s', (_name, sql, message) => {
    expect(findings(sql).map((finding) => finding.toLowerCase())).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
  });
});

describe('what the two answer differently is found', () => {
  test.each([
    ['an integer division', 'SELECT status / latency_count FROM (SELECT status, count(*) AS latency_count FROM requests GROUP BY status)', 'by zero'],
    ['a remainder', 'SELECT status % status FROM requests', 'by zero'],
    ['mod', 'SELECT mod(status, status) FROM requests', 'by zero'],
    ['a division of decimals', 'SELECT 1.0 / status FROM requests', 'another scale'],
    ['an average of decimals', 'SELECT avg(CAST(latency AS decimal(10, 2))) FROM requests', 'avg of decimals'],
    ['AT TIME ZONE', 'SELECT requested_at AT TIME ZONE \'UTC\' FROM requests', 'reinterprets'],
    ['a double as text', 'SELECT CAST(latency AS varchar) FROM requests', 'double is written differently'],
    ['a computed double as text', 'SELECT CAST(latency * status AS varchar) FROM requests', 'double is written differently'],
    ['a time as text', 'SELECT CAST(requested_at AS varchar) FROM requests', 'timestamp is written differently'],
    ['date_trunc of a date', 'SELECT date_trunc(\'month\', date(requested_at)) FROM requests', 'date_trunc of a date'],
    ['a date with an interval', 'SELECT date(requested_at) + INTERVAL \'1\' DAY FROM requests', 'date with an interval'],
    ['FILTER of a macro', 'SELECT approx_percentile(latency, 0.5) FILTER (WHERE status < 400) FROM requests', 'neither FILTER'],
    ['the day of the week', 'SELECT extract(DOW FROM requested_at) FROM requests', 'extract of dow'],
    ['another clock', 'SELECT current_date FROM requests', 'current_timestamp is the only one'],
  ])('%s', (_name, sql, message) => {
    expect(findings(sql)).toEqual([expect.stringContaining(message)]);
  });
});

test('a finding has its line', () => {
  expect(lintDialect('SELECT status\nFROM requests\nWHERE status = \'200\'', TABLES)).toEqual([expect.objectContaining({ line: 3 })]);
});

test.each([
  'SELECT count(*) FILTER (WHERE status >= 500), max_by(customer_id, requested_at) FROM requests GROUP BY day, ROLLUP (status)',
  'SELECT lower(customer_id) AS customer_id FROM requests GROUP BY customer_id ORDER BY customer_id NULLS LAST OFFSET 1 LIMIT 2',
  'SELECT day AS d, count(*) AS n FROM requests GROUP BY 1 ORDER BY n + 1, d',
  'WITH a (b) AS (SELECT status FROM requests) SELECT x.b, r.* FROM a AS x JOIN requests r ON r.status = x.b WHERE x.b / nullif(r.status, 0) > 1 AND r.status % 7 = 0',
  'SELECT row_number() OVER (PARTITION BY day ORDER BY requested_at DESC) FROM requests WHERE (day, status) >= (\'01\', 2)',
  'SELECT t, n, sum(latency) / sum(sum(latency)) OVER () FROM requests CROSS JOIN UNNEST(ARRAY[1, 2]) WITH ORDINALITY AS u (t, n) GROUP BY t, n',
  'SELECT CAST(current_timestamp AT TIME ZONE \'UTC\' AS timestamp(3)) - INTERVAL \'1\' DAY AS a FROM (VALUES (1, \'a\')) AS v (x, y) WHERE x = 1 AND y = \'b\'',
  'SELECT status FROM requests AS r WHERE EXISTS (SELECT 1 FROM requests WHERE requests.status = r.status) OR status IN (SELECT status FROM requests)',
  'SELECT CASE WHEN status = 1 THEN \'a\' ELSE customer_id END, CASE status WHEN 1 THEN 2 END, if(internal, 1, 2), TRY_CAST(day AS bigint) + 1 FROM requests',
  'SELECT "status", date_trunc(\'day\', requested_at) = TIMESTAMP \'2026-10-31 00:00:00\', extract(HOUR FROM requested_at), NULL FROM "requests"',
  'SELECT status FROM requests UNION ALL (SELECT 1) ORDER BY status',
  'SELECT customer_id LIKE \'a%\', customer_id IS NULL, NOT internal, (SELECT max(status) FROM requests), day || customer_id = \'a\' FROM requests',
])('what both answer alike has no finding: %s', (sql) => {
  expect(findings(sql)).toEqual([]);
});

test('a function is known as a macro where the preview has one', () => {
  const known = Object.entries(FUNCTIONS).filter(([, { macro }]) => macro !== undefined).map(([name]) => name);
  expect(known.sort()).toEqual(MACROS.map((macro) => macro.split('(')[0]).sort());
});
