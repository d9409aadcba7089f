import { SqlType } from './types';

/** A function that both engines have and that gives the same answer on both, as samples of it prove on Trino. */
export interface SharedFunction {
  /** The type of its value: a type, or the place of the argument that has it. */
  readonly type: SqlType | number;
  /** Calls with `x` of the rows 1, 2, 3 and null. */
  readonly samples: readonly string[];
  /** A macro stands in for it in DuckDB; one that aggregates takes no FILTER and no ORDER BY. */
  readonly macro?: 'value' | 'aggregate';
}

const T = 'TIMESTAMP \'2024-02-29 13:14:15.678\'';
const TEXT = '\'a-b-c\' || CAST(x AS varchar)';
const over = (call: string) => `${call} OVER (ORDER BY x NULLS LAST)`;
const value = (type: SqlType | number, ...samples: string[]): SharedFunction => ({ type, samples });
const macro = (type: SqlType | number, ...samples: string[]): SharedFunction => ({ type, samples, macro: 'value' });

/** Functions whose value is one for all rows. */
export const AGGREGATES: Readonly<Record<string, SharedFunction>> = {
  count: value('integer', 'count(*)', 'count(x)', 'count(DISTINCT x)', 'count(*) FILTER (WHERE x > 1)'),
  count_if: value('integer', 'count_if(x > 1)'),
  sum: value(0, 'sum(x)', 'sum(CAST(x AS double))'),
  avg: value('double', 'avg(x)', 'avg(CAST(x AS double))'),
  min: value(0, 'min(x)'),
  max: value(0, 'max(x)', 'max(x) FILTER (WHERE x < 3)'),
  min_by: value(0, 'min_by(x, -x)'),
  max_by: value(0, 'max_by(x, -x)', 'max_by(x, x) FILTER (WHERE x < 3)'),
  any_value: value(0, 'any_value(x) FILTER (WHERE x = 2)'),
  bool_or: value('boolean', 'bool_or(x > 2)'),
  bool_and: value('boolean', 'bool_and(x > 2)'),
  array_agg: value('unknown', 'array_agg(x ORDER BY x)'),
  approx_distinct: { type: 'integer', samples: ['approx_distinct(x)'], macro: 'aggregate' },
  approx_percentile: { type: 0, samples: ['approx_percentile(x, 0.5)'], macro: 'aggregate' },
  grouping: value('integer', '(SELECT sum(bits) FROM (SELECT grouping(y) AS bits FROM (VALUES (1), (2)) AS u (y) GROUP BY ROLLUP (y)))'),
};

/** Functions with a value for each row. */
export const ROW_FUNCTIONS: Readonly<Record<string, SharedFunction>> = {
  // Windows.
  row_number: value('integer', over('row_number()')),
  rank: value('integer', over('rank()')),
  dense_rank: value('integer', over('dense_rank()')),
  ntile: value('integer', over('ntile(2)')),
  lag: value(0, over('lag(x)')),
  lead: value(0, over('lead(x, 2)')),
  first_value: value(0, over('first_value(x)')),
  last_value: value(0, over('last_value(x)')),
  // Conditions.
  coalesce: value(0, 'coalesce(x, 0)'),
  nullif: value(0, 'nullif(x, 2)'),
  if: value(1, 'if(x > 1, \'a\', \'b\')'),
  greatest: macro(0, 'greatest(x, 2)'),
  least: macro(0, 'least(x, 2)'),
  // Text.
  lower: value('varchar', 'lower(\'ÄbC\')'),
  upper: value('varchar', 'upper(\'äbC\')'),
  trim: value('varchar', 'trim(\' a \')'),
  length: value('integer', 'length(\'äbc\')'),
  substr: value('varchar', `substr(${TEXT}, 3)`, `substr(${TEXT}, 1, 3)`),
  strpos: value('integer', `strpos(${TEXT}, 'b')`, `strpos(${TEXT}, 'z')`),
  split_part: value('varchar', `split_part(${TEXT}, '-', 2)`),
  replace: value('varchar', `replace(${TEXT}, '-', '+')`),
  lpad: value('varchar', 'lpad(CAST(x AS varchar), 3, \'0\')'),
  rpad: value('varchar', 'rpad(CAST(x AS varchar), 3, \'0\')'),
  starts_with: value('boolean', `starts_with(${TEXT}, 'a')`),
  concat: macro('varchar', 'concat(\'a\', CAST(x AS varchar))', 'concat(\'a\', \'b\', \'c\')', 'concat(\'a\', \'b\', \'c\', \'d\')'),
  regexp_like: macro('boolean', `regexp_like(${TEXT}, 'b.c')`),
  regexp_extract: macro('varchar', `regexp_extract(${TEXT}, 'b.')`, `regexp_extract(${TEXT}, '(b)-(c)', 2)`, `regexp_extract(${TEXT}, 'z')`),
  regexp_replace: macro('varchar', `regexp_replace(${TEXT}, '-', '+')`),
  json_extract_scalar: macro('varchar', 'json_extract_scalar(\'{"a":"b"}\', \'$.a\')', 'json_extract_scalar(\'{}\', \'$.a\')'),
  // Numbers.
  abs: value(0, 'abs(-x)'),
  ceil: value(0, 'ceil(1.5E0)'),
  floor: value(0, 'floor(-1.5E0)'),
  round: value(0, 'round(2.5E0)', 'round(-2.5E0)', 'round(1.2345E0, 2)'),
  mod: value(0, 'mod(x, 2)', 'mod(-x, 2)'),
  power: value('double', 'power(x, 2)'),
  sqrt: value('double', 'sqrt(4)'),
  // Times.
  date: value('date', `date(${T})`),
  date_trunc: value(1, ...['month', 'week', 'day', 'hour', 'minute'].map((unit) => `date_trunc('${unit}', ${T})`)),
  year: value('integer', `year(${T})`),
  quarter: value('integer', `quarter(${T})`),
  month: value('integer', `month(${T})`),
  week: value('integer', `week(${T})`),
  day: value('integer', `day(${T})`),
  hour: value('integer', `hour(${T})`),
  minute: value('integer', `minute(${T})`),
  second: value('integer', `second(${T})`),
  day_of_month: macro('integer', `day_of_month(${T})`),
  day_of_week: macro('integer', `day_of_week(${T})`),
  day_of_year: macro('integer', `day_of_year(${T})`),
  date_add: macro(2, `date_add('month', 1, ${T})`, `date_add('day', -x, ${T})`, `date_add('hour', 12, ${T})`),
  date_diff: macro('integer', `date_diff('day', ${T}, TIMESTAMP '2024-03-02 13:14:15.677')`, `date_diff('hour', TIMESTAMP '2024-03-01 00:00:00', ${T})`),
  date_format: macro('varchar', `date_format(${T}, '%Y-%m-%d %H:%i:%s')`),
  from_iso8601_timestamp: macro('timestamp with time zone', 'from_iso8601_timestamp(\'2024-02-29T13:14:15.678Z\')'),
  from_unixtime: macro('timestamp with time zone', 'from_unixtime(1709212455)'),
  to_unixtime: macro('double', `to_unixtime(${T})`),
  // Lists.
  array_join: macro('varchar', 'array_join(ARRAY[\'a\', \'b\'], \'-\')'),
  cardinality: macro('integer', 'cardinality(ARRAY[1, 2])'),
  element_at: macro('unknown', 'element_at(ARRAY[1, 2], 2)', 'element_at(ARRAY[1, 2], 3)'),
  sequence: macro('unknown', 'sequence(1, 3)'),
};

/** The functions that our SQL may call. */
export const FUNCTIONS: Readonly<Record<string, SharedFunction>> = { ...AGGREGATES, ...ROW_FUNCTIONS };
