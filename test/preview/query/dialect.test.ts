import { shop } from '../hand-made-app';
import { previewed } from '../previewing';

/** What Trino answers, by its documentation. */
const TRINO: Readonly<Record<string, string>> = {
  '5 / 2': '2',
  'approx_distinct(x)': '3',
  'approx_percentile(x, 0.5)': '2',
  'array_join(ARRAY[\'a\', \'b\'], \'+\')': 'a+b',
  'array_join(array_agg(CAST(x AS varchar) ORDER BY x) FILTER (WHERE x > 1), \'+\')': '2+3',
  'cardinality(ARRAY[1, 2])': '2',
  'concat(\'a\', \'b\')': 'ab',
  'concat(\'a\', NULL)': '',
  'date_add(\'month\', 1, TIMESTAMP \'2026-01-31 00:00:00\')': '2026-02-28 00:00:00.000',
  'date_diff(\'day\', TIMESTAMP \'2026-01-01 23:00:00\', TIMESTAMP \'2026-01-02 01:00:00\')': '0',
  'date_diff(\'day\', TIMESTAMP \'2026-01-03 00:00:00\', TIMESTAMP \'2026-01-01 00:00:00\')': '-2',
  'date_format(TIMESTAMP \'2026-01-31 04:05:06\', \'%Y-%m-%d %H:%i:%s\')': '2026-01-31 04:05:06',
  'date_trunc(\'week\', TIMESTAMP \'2026-10-25 10:00:00\')': '2026-10-19 00:00:00.000',
  'day_of_month(DATE \'2026-10-25\')': '25',
  'day_of_week(DATE \'2026-10-25\')': '7',
  'day_of_year(DATE \'2026-02-01\')': '32',
  'element_at(ARRAY[1, 2], 2)': '2',
  'element_at(ARRAY[1, 2], 3)': '',
  'from_iso8601_timestamp(\'2026-10-25T10:00:00Z\')': '2026-10-25 10:00:00.000',
  'from_unixtime(86400)': '1970-01-02 00:00:00.000',
  'greatest(1, 2)': '2',
  'greatest(1, NULL)': '',
  'json_extract_scalar(\'{"a":"b"}\', \'$.a\')': 'b',
  'least(1, NULL)': '',
  'regexp_extract(\'v2/orders\', \'v(\\d)\', 1)': '2',
  'regexp_extract(\'orders\', \'v\\d\')': '',
  'regexp_like(\'orders\', \'^ord\')': 'true',
  'regexp_replace(\'a-b-c\', \'-\', \'\')': 'abc',
  'cardinality(sequence(1, 5))': '5',
  'to_unixtime(TIMESTAMP \'1970-01-02 00:00:00\')': '86400',
  'try_cast(\'2026-02-31 00:00:00\' AS timestamp(3))': '',
};

test('DuckDB answers as Athena does', async () => {
  const { rows } = await previewed(shop(), [{}], `SELECT ${Object.keys(TRINO).map((expression) =>
    `(SELECT ${expression} FROM (VALUES (1), (2), (3)) AS t (x) LIMIT 1)`).join(', ')}`);
  const values = rows[0].split(',');
  const answers = Object.keys(TRINO).map((expression, index) => [expression, values[index]]);
  expect(Object.fromEntries(answers)).toEqual(TRINO);
});
