/**
 * Functions of Athena that DuckDB lacks or computes differently. DuckDB does not treat a macro as an aggregate, so FILTER and ORDER BY
 * cannot follow `approx_percentile` or `approx_distinct`.
 * @see https://trino.io/docs/current/functions.html
 */
export const MACROS: readonly string[] = [
  'approx_distinct(value) AS count(DISTINCT value)',
  'approx_percentile(value, fraction) AS quantile_disc(value, fraction)',
  'array_join(list, separator) AS array_to_string(list, separator)',
  'cardinality(list) AS len(list)',
  'concat(a, b) AS a || b, (a, b, c) AS a || b || c, (a, b, c, d) AS a || b || c || d',
  'date_add(unit, amount, moment) AS moment + amount * CAST(\'1 \' || unit AS INTERVAL)',
  // Athena counts whole units, and DuckDB the boundaries between units.
  'date_diff(unit, a, b) AS date_sub(unit, a, b)',
  'date_format(moment, format) AS strftime(moment, replace(replace(format, \'%i\', \'%M\'), \'%s\', \'%S\'))',
  'day_of_week(moment) AS isodow(moment)',
  'day_of_month(moment) AS day(moment)',
  'day_of_year(moment) AS dayofyear(moment)',
  'element_at(list, place) AS list_extract(list, place)',
  'from_iso8601_timestamp(text) AS CAST(text AS TIMESTAMPTZ)',
  'from_unixtime(seconds) AS to_timestamp(seconds)',
  'greatest(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN system.main.greatest(a, b) END',
  'least(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN system.main.least(a, b) END',
  'json_extract_scalar(json, path) AS json_extract_string(json, path)',
  'regexp_extract(text, pattern) AS CASE WHEN regexp_matches(text, pattern) THEN system.main.regexp_extract(text, pattern) END, '
    + '(text, pattern, part) AS CASE WHEN regexp_matches(text, pattern) THEN system.main.regexp_extract(text, pattern, part) END',
  'regexp_like(text, pattern) AS regexp_matches(text, pattern)',
  'regexp_replace(text, pattern, replacement) AS system.main.regexp_replace(text, pattern, replacement, \'g\')',
  'sequence(first, last) AS generate_series(first, last)',
  'to_unixtime(moment) AS epoch(moment)',
];
