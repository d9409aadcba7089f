import { daysAgo, LOOK_BACK_DAYS, NOW } from './clock';
import { withinPartitions } from './partition-bounds';
import { ComputedColumn, declared, selectList, View } from './view';
import { API_KEYS_TABLE } from '../../directory/tables/api-keys-table';

const SINCE = daysAgo(LOOK_BACK_DAYS);
const LOOK_BACK = `the last ${LOOK_BACK_DAYS} days`;

const KEY_COLUMNS = ['api_key_name', 'customer_id', 'customer_name', 'description', 'enabled', 'created_at', 'internal_key'] as const;

const COLUMNS: readonly ComputedColumn[] = [
  ...API_KEYS_TABLE.columns.filter(({ name }) => name === 'api_key_id').map((column) => ({ ...column, sql: 'api_key.api_key_id' })),
  ...KEY_COLUMNS.map((name) => ({ ...API_KEYS_TABLE.columns.find((column) => column.name === name)!, sql: `api_key.${name}` })),
  { name: 'usage_plans', kind: 'text', comment: 'Names of the usage plans that the key is in, in alphabetical order.', sql: 'api_key.usage_plans' },
  { name: `requests_${LOOK_BACK_DAYS}d`, kind: 'integer', comment: `Requests with the key in ${LOOK_BACK}.`, sql: 'coalesce(usage.requests, 0)' },
  { name: `first_used_${LOOK_BACK_DAYS}d`, kind: 'timestamp', comment: `First request with the key in ${LOOK_BACK}, UTC.`, sql: 'usage.first_used' },
  { name: `first_success_${LOOK_BACK_DAYS}d`, kind: 'timestamp', comment: `First request with the key in ${LOOK_BACK} that ended with a status below 400, UTC.`, sql: 'usage.first_success' },
  { name: `last_used_${LOOK_BACK_DAYS}d`, kind: 'timestamp', comment: `Last request with the key in ${LOOK_BACK}, UTC.`, sql: 'usage.last_used' },
  {
    name: 'days_unused',
    kind: 'integer',
    comment: `Whole days since the last request; null if there is none in ${LOOK_BACK}.`,
    sql: `date_diff('day', date_trunc('day', usage.last_used), date_trunc('day', ${NOW}))`,
  },
  { name: 'days_old', kind: 'integer', comment: 'Whole days since the key was created.', sql: `date_diff('day', date_trunc('day', api_key.created_at), date_trunc('day', ${NOW}))` },
];

/** Each API key with its use in the look-back. */
export function keyInventory(all: View): View {
  return {
    name: 'key_inventory',
    comment: `Each API key with its usage plans and its use in ${LOOK_BACK}.`,
    columns: declared(COLUMNS),
    sql: `SELECT
${selectList(COLUMNS)}
FROM (
  SELECT api_key_id, ${KEY_COLUMNS.map((name) => `${name === 'enabled' || name === 'internal_key' ? 'bool_or' : 'max'}(${name}) AS ${name}`).join(', ')},
    array_join(array_agg(usage_plan_name ORDER BY usage_plan_name) FILTER (WHERE usage_plan_name IS NOT NULL), ', ') AS usage_plans
  FROM "${API_KEYS_TABLE.name}"
  GROUP BY api_key_id
) AS api_key
LEFT JOIN (
  SELECT api_key_id, count(*) AS requests, min(requested_at) AS first_used, max(requested_at) AS last_used,
    min(requested_at) FILTER (WHERE status < 400) AS first_success
  FROM "${all.name}"
  WHERE requested_at >= ${SINCE} AND requested_at < ${NOW}
  AND ${withinPartitions(SINCE, NOW)}
  GROUP BY api_key_id
) AS usage ON usage.api_key_id = api_key.api_key_id`,
  };
}
