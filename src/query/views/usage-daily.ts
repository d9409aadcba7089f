import { PARTITION_BOUNDS } from './partition-bounds';
import { computable, ComputedColumn, declared, selectList, View } from './view';
import { PARTS } from '../measures/parts';

/** What requests are grouped by. */
const DIMENSIONS: readonly ComputedColumn[] = [
  { name: 'request_day', kind: 'timestamp', comment: 'Day of the requests: midnight, UTC.', sql: 'date_trunc(\'day\', requested_at)', reads: ['requested_at'] },
  ...['customer_id', 'usage_plan_id', 'api_id', 'stage', 'endpoint'].map<ComputedColumn>((name) =>
    ({ name, kind: 'text', comment: '', sql: name, reads: [name] })),
];

/** The newest name within a group: an answer groups by id and shows the newest name. */
const NAMES: readonly ComputedColumn[] = ['customer_name', 'usage_plan_name', 'api_name'].map((name) =>
  ({ name, kind: 'text', comment: '', sql: `max_by(${name}, requested_at) FILTER (WHERE ${name} IS NOT NULL)`, reads: [name, 'requested_at'] }));

/**
 * Requests by day, customer, usage plan, stage and endpoint, as numbers that can be added up. The partition bounds are part of
 * the groups, so that a reader's filter reaches the files: a day can have several rows for one group, and readers add again.
 */
export function usageDaily(requests: View): View {
  const bounds = PARTITION_BOUNDS.map((column) => ({ ...column, sql: column.name }));
  const comments = new Map(requests.columns.map(({ name, comment }) => [name, comment]));
  const dimensions = commented(computable(DIMENSIONS, requests.columns), comments);
  const numbers = [...commented(computable(NAMES, requests.columns), comments), ...computable(PARTS, requests.columns)];
  const groups = [...bounds, ...dimensions];
  return {
    name: 'usage_daily',
    comment: 'Requests of customers by day, customer, usage plan, stage and endpoint. Add the rows up: a group can have several rows a day.',
    columns: declared([...groups, ...numbers]),
    sql: `SELECT
${selectList([...groups, ...numbers])}
FROM "${requests.name}"
GROUP BY ${groups.map((_, index) => index + 1).join(', ')}`,
  };
}

function commented(columns: readonly ComputedColumn[], comments: ReadonlyMap<string, string>): ComputedColumn[] {
  return columns.map((column) => ({ ...column, comment: column.comment || comments.get(column.name)! }));
}
