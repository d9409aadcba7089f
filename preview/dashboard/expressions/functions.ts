import { InputError } from '../../input-error';
import { quoteText } from '../../query/database';
import { WeekDay, WEEK_DAYS } from '../definition';
import { Expression } from './expression';

/** A call of a function: its arguments, and methods that translate them. */
export interface Call {
  readonly parameters: readonly Expression[];
  readonly clock: string;
  readonly weekStart: WeekDay;
  /** An argument for each row. */
  row(index: number): string;
  /** An argument for each group. */
  group(index: number): string;
  any(index: number): string;
  /** A text that is written in the expression. */
  literal(index: number): string;
  /** The fields of a list in brackets, which the visual must group by. */
  fields(index: number): readonly string[];
}

interface FunctionOfQuickSight {
  /** How many arguments it has. */
  readonly arity: readonly [least: number, most: number];
  /** Absent if the function has a value wherever its arguments have one. */
  readonly aggregates?: true;
  readonly sql: (call: Call) => string;
}

/** Units of time, as expressions name them. */
const UNITS: Readonly<Record<string, string>> = {
  YYYY: 'year', Q: 'quarter', MM: 'month', WK: 'week', DD: 'day', HH: 'hour', MI: 'minute', SS: 'second', MS: 'millisecond',
};

const aggregate = (arity: FunctionOfQuickSight['arity'], sql: (call: Call) => string): FunctionOfQuickSight => ({ arity, aggregates: true, sql });
const list = (call: Call): string[] => call.parameters.map((_, index) => call.any(index));
/** The rows that meet the condition in the second argument. */
const where = (call: Call) => `FILTER (WHERE ${call.row(1)})`;

/**
 * The functions that the preview knows, by their names in lower case.
 * @see https://docs.aws.amazon.com/quicksight/latest/user/functions.html
 */
export const FUNCTIONS: Readonly<Record<string, FunctionOfQuickSight>> = {
  ifelse: { arity: [3, Infinity], sql: ifelse },
  coalesce: { arity: [2, Infinity], sql: (call) => `coalesce(${list(call).join(', ')})` },
  isnull: { arity: [1, 1], sql: (call) => `(${call.any(0)} IS NULL)` },
  isnotnull: { arity: [1, 1], sql: (call) => `(${call.any(0)} IS NOT NULL)` },
  concat: { arity: [2, Infinity], sql: (call) => `(${list(call).join(' || ')})` },
  tostring: { arity: [1, 1], sql: (call) => `CAST(${call.any(0)} AS VARCHAR)` },
  now: { arity: [0, 0], sql: ({ clock }) => clock },
  truncdate: { arity: [2, 2], sql: (call) => truncated(unit(call, 0), call.any(1), call.weekStart) },
  adddatetime: { arity: [3, 3], sql: (call) => `(${call.any(2)} + ${call.any(0)} * INTERVAL '1 ${unit(call, 1)}')` },
  datediff: { arity: [2, 3], sql: (call) => `date_sub('${call.parameters.length > 2 ? unit(call, 2) : 'day'}', ${call.any(0)}, ${call.any(1)})` },
  sum: aggregate([1, 1], (call) => `sum(${call.row(0)})`),
  min: aggregate([1, 1], (call) => `min(${call.row(0)})`),
  max: aggregate([1, 1], (call) => `max(${call.row(0)})`),
  avg: aggregate([1, 1], (call) => `avg(${call.row(0)})`),
  count: aggregate([1, 1], (call) => `count(${call.row(0)})`),
  distinct_count: aggregate([1, 1], (call) => `count(DISTINCT ${call.row(0)})`),
  sumif: aggregate([2, 2], (call) => `sum(${call.row(0)}) ${where(call)}`),
  minif: aggregate([2, 2], (call) => `min(${call.row(0)}) ${where(call)}`),
  maxif: aggregate([2, 2], (call) => `max(${call.row(0)}) ${where(call)}`),
  avgif: aggregate([2, 2], (call) => `avg(${call.row(0)}) ${where(call)}`),
  countif: aggregate([2, 2], (call) => `count(${call.row(0)}) ${where(call)}`),
  distinct_countif: aggregate([2, 2], (call) => `count(DISTINCT ${call.row(0)}) ${where(call)}`),
  sumover: aggregate([2, 2], (call) => `sum(${call.group(0)}) OVER (${partition(call)})`),
  percentoftotal: aggregate([1, 2], (call) => `(CAST(${call.group(0)} AS DOUBLE) / nullif(sum(${call.group(0)}) OVER (${partition(call)}), 0))`),
};

/** The start of the unit of time. Weeks start on the day that the definition names. */
export function truncated(part: string, time: string, weekStart: WeekDay): string {
  if (part !== 'week') return `date_trunc('${part}', ${time})`;
  // DuckDB's weeks start on Monday.
  const ahead = (WEEK_DAYS.indexOf('MONDAY') - WEEK_DAYS.indexOf(weekStart) + 7) % 7;
  return ahead === 0 ? `date_trunc('week', ${time})` : `(date_trunc('week', ${time} + INTERVAL '${ahead} day') - INTERVAL '${ahead} day')`;
}

/** A CASE of conditions and values. The last argument is the value if no condition is true. */
function ifelse(call: Call): string {
  const parts = list(call);
  if (parts.length % 2 === 0) throw new InputError('ifelse needs a value for each condition, and last one for all other cases');
  const branches = parts.slice(0, -1).flatMap((part, index) => index % 2 === 0 ? [`WHEN ${part} THEN ${parts[index + 1]}`] : []);
  return `CASE ${branches.join(' ')} ELSE ${parts[parts.length - 1]} END`;
}

function partition(call: Call): string {
  const fields = call.parameters.length > 1 ? call.fields(1) : [];
  return fields.length > 0 ? `PARTITION BY ${fields.join(', ')}` : '';
}

function unit(call: Call, index: number): string {
  const name = call.literal(index);
  if (!Object.hasOwn(UNITS, name)) throw new InputError(`the unit of time ${quoteText(name)} is none that the preview knows: ${Object.keys(UNITS).join(', ')}`);
  return UNITS[name];
}
