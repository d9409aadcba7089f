import { Kind } from '../schema/kinds';

/** A value of a view, and the SQL that computes it. */
export interface NamedSql {
  readonly column: string;
  readonly sql: string;
}

/** How the values of an answer are read by people. */
export type ValueFormat = 'text' | 'code' | 'id' | 'count' | 'number' | 'percent' | 'milliseconds' | 'bytes' | 'day' | 'timestamp' | 'flag';

/** What a visual groups by. A group is recognised by its key and shown by its label: the newest name within the group. */
export interface Dimension {
  readonly name: string;
  readonly title: string;
  readonly key: NamedSql;
  readonly label?: NamedSql;
  /** Of two labels for one key, the one with the greater value is the newer. */
  readonly labelOrder?: NamedSql;
  /** What stands for a missing key. */
  readonly none: string;
  readonly format: ValueFormat;
  /** Whether the key is text, so that what stands for a missing key can take its place in an answer. */
  readonly text: boolean;
}

/** The dimensions whose key is an id and whose label is a name. */
const NAMED = [
  { name: 'customer', title: 'Customer', none: '(no customer)', key: 'customer_id', label: 'customer_name' },
  { name: 'usage_plan', title: 'Usage plan', none: '(no usage plan)', key: 'usage_plan_id', label: 'usage_plan_name' },
  { name: 'api', title: 'API', none: '(unknown API)', key: 'api_id', label: 'api_name' },
  { name: 'api_key', title: 'API key', none: '(no API key)', key: 'api_key_id', label: 'api_key_name' },
] as const;

/** Dimensions that are computed from a column, and the columns that they read in the order of preference. */
const COMPUTED: readonly (Omit<Dimension, 'key'> & { readonly reads: string; readonly sql: string })[] = [
  { name: 'day', title: 'Day (UTC)', none: '(no time)', format: 'day', text: false, reads: 'request_day', sql: 'request_day' },
  { name: 'day', title: 'Day (UTC)', none: '(no time)', format: 'day', text: false, reads: 'requested_at', sql: 'date_trunc(\'day\', requested_at)' },
  { name: 'hour_of_day', title: 'Hour (UTC)', none: '(no time)', format: 'number', text: false, reads: 'requested_at', sql: 'extract(HOUR FROM requested_at)' },
  {
    name: 'weekday',
    title: 'Weekday (UTC)',
    none: '(no time)',
    format: 'text',
    text: true,
    reads: 'requested_at',
    // 2024-01-01 was a Monday.
    sql: weekday('date_diff(\'day\', TIMESTAMP \'2024-01-01 00:00:00\', date_trunc(\'day\', requested_at))'),
  },
  { name: 'endpoint', title: 'Endpoint', none: '(no endpoint)', format: 'code', text: true, reads: 'endpoint', sql: 'endpoint' },
  { name: 'stage', title: 'Stage', none: '(no stage)', format: 'text', text: true, reads: 'stage', sql: 'stage' },
  { name: 'status', title: 'Status', none: '(no status)', format: 'text', text: true, reads: 'status', sql: 'CAST(status AS varchar)' },
  { name: 'status_class', title: 'Status class', none: '(no status)', format: 'text', text: true, reads: 'status_class', sql: 'status_class' },
  { name: 'outcome', title: 'Outcome', none: '(no status)', format: 'text', text: true, reads: 'outcome', sql: 'outcome' },
];

function weekday(daysSinceMonday: string): string {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  return `CASE mod(${daysSinceMonday}, 7) ${names.map((name, index) => `WHEN ${index} THEN '${index + 1} ${name}'`).join(' ')} END`;
}

/** The names of all dimensions that are not columns. */
export const DIMENSION_NAMES: readonly string[] = [...new Set([...NAMED, ...COMPUTED].map(({ name }) => name))];

/** The part of a view that grouping needs. */
export interface Groupable {
  readonly columns: readonly { readonly name: string; readonly kind: Kind }[];
}

const FORMATS: Readonly<Record<Kind, ValueFormat>> = { text: 'text', integer: 'number', number: 'number', flag: 'flag', timestamp: 'timestamp' };

/** A dimension of a view: a declared dimension, or a column of the view. Undefined if the view lacks a column that it reads. */
export function dimensionOf(view: Groupable, name: string): Dimension | undefined {
  const has = (column: string) => view.columns.some((candidate) => candidate.name === column);
  const named = NAMED.find((candidate) => candidate.name === name);
  if (named) return has(named.key) ? namedDimension(named, has) : undefined;
  const computed = COMPUTED.find((candidate) => candidate.name === name && has(candidate.reads));
  if (computed) {
    const { reads: _, sql, ...dimension } = computed;
    return { ...dimension, key: { column: name, sql } };
  }
  const column = DIMENSION_NAMES.includes(name) ? undefined : view.columns.find((candidate) => candidate.name === name);
  return column && { name, title: sentence(name), none: '(none)', format: FORMATS[column.kind], text: column.kind === 'text', key: { column: name, sql: name } };
}

function namedDimension({ name, title, none, key, label }: typeof NAMED[number], has: (column: string) => boolean): Dimension {
  const dimension: Dimension = { name, title, none, format: 'text', text: true, key: { column: key, sql: key } };
  if (!has(label)) return dimension;
  const newest = has('last_requested_at') ? 'last_requested_at' : 'requested_at';
  return {
    ...dimension,
    label: { column: label, sql: `max_by(${label}, ${newest}) FILTER (WHERE ${label} IS NOT NULL)` },
    labelOrder: { column: `${name}_named_at`, sql: `max(${newest}) FILTER (WHERE ${label} IS NOT NULL)` },
  };
}

/** A column's name as the beginning of a sentence: `tenant_id` becomes `Tenant id`. */
export function sentence(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}
