import { NOW } from './clock';
import { withinPartitions } from './partition-bounds';
import { ComputedColumn, declared, selectList, View } from './view';
import { API_KEYS_TABLE } from '../../directory/tables/api-keys-table';
import { USAGE_PLANS_TABLE } from '../../directory/tables/usage-plans-table';

/** The longest period of a quota is a month, and the first week of a month can begin in the month before. */
const OLDEST_PERIOD = `date_trunc('month', ${NOW}) - INTERVAL '7' DAY`;

/** The weeks of a quota begin on Sunday, those of SQL on Monday. */
const PERIODS = [
  { period: 'DAY', start: `date_trunc('day', ${NOW})`, end: `date_trunc('day', ${NOW}) + INTERVAL '1' DAY` },
  {
    period: 'WEEK',
    start: `date_trunc('week', ${NOW} + INTERVAL '1' DAY) - INTERVAL '1' DAY`,
    end: `date_trunc('week', ${NOW} + INTERVAL '1' DAY) + INTERVAL '6' DAY`,
  },
  { period: 'MONTH', start: `date_trunc('month', ${NOW})`, end: `date_trunc('month', ${NOW}) + INTERVAL '1' MONTH` },
];

function byPeriod(edge: 'start' | 'end'): string {
  return `CASE quota_period ${PERIODS.map((each) => `WHEN '${each.period}' THEN ${each[edge]}`).join(' ')} END`;
}

/** Days and parts of days between two instants. */
function daysBetween(from: string, to: string): string {
  return `CAST(date_diff('second', ${from}, ${to}) AS double) / 86400`;
}

const DAYS_SO_FAR = daysBetween('period_start', NOW);
const DAYS_LEFT = daysBetween(NOW, 'period_end');
const USED_PER_DAY = `CAST(used AS double) / nullif(${DAYS_SO_FAR}, 0)`;
const PROJECTED_USE = `used + ${USED_PER_DAY} * ${DAYS_LEFT}`;

const COLUMNS: readonly ComputedColumn[] = [
  { name: 'customer_id', kind: 'text', comment: 'Id of the customer that owns the API key.', sql: 'customer_id' },
  { name: 'customer_name', kind: 'text', comment: 'Name of the customer for reports.', sql: 'customer_name' },
  { name: 'api_key_id', kind: 'text', comment: 'Id (not the secret value) of the API key.', sql: 'member.api_key_id' },
  { name: 'api_key_name', kind: 'text', comment: 'Name of the API key.', sql: 'api_key_name' },
  { name: 'internal_key', kind: 'flag', comment: 'Whether the API key is internal (internalKeys).', sql: 'internal_key' },
  { name: 'usage_plan_id', kind: 'text', comment: 'Id of the usage plan.', sql: 'member.usage_plan_id' },
  { name: 'usage_plan_name', kind: 'text', comment: 'Name of the usage plan.', sql: 'usage_plan_name' },
  { name: 'quota_period', kind: 'text', comment: 'Period of the quota: DAY, WEEK (from Sunday) or MONTH, in UTC.', sql: 'quota_period' },
  { name: 'period_start', kind: 'timestamp', comment: 'Start of the current period, UTC.', sql: 'period_start' },
  { name: 'period_end', kind: 'timestamp', comment: 'End of the current period, UTC.', sql: 'period_end' },
  { name: 'request_limit', kind: 'integer', comment: 'Requests that the key may make in this period; less the offset of the quota in the period in which the key was created.', sql: 'request_limit' },
  { name: 'used', kind: 'integer', comment: 'Requests of the key on this plan in this period that API Gateway did not reject for throttle or quota.', sql: 'used' },
  { name: 'used_share', kind: 'number', comment: 'Share of the limit that is used; null if the limit is 0.', sql: 'CAST(used AS double) / nullif(request_limit, 0)' },
  { name: 'used_per_day', kind: 'number', comment: 'Mean requests for each day of the period so far.', sql: USED_PER_DAY },
  { name: 'projected_use', kind: 'number', comment: 'Requests at the end of the period, if the mean continues.', sql: PROJECTED_USE },
  {
    name: 'exhausted_on',
    kind: 'timestamp',
    comment: 'Day (UTC) on which the limit is reached, if the mean continues; null if it is not reached in this period.',
    sql: `CASE WHEN used >= request_limit THEN date_trunc('day', ${NOW})
    WHEN ${PROJECTED_USE} >= request_limit
    THEN date_trunc('day', ${NOW} + CAST(ceil((request_limit - used) / nullif(${USED_PER_DAY}, 0) * 86400) AS bigint) * INTERVAL '1' SECOND) END`,
  },
];

/**
 * What API keys have used of the quotas of their usage plans, in the current period.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html
 */
export function quotaStatus(all: View): View | undefined {
  if (!all.columns.some(({ name }) => name === 'outcome')) return undefined;
  return {
    name: 'quota_status',
    comment: 'Each API key in a usage plan with a quota, and what it has used in the current period of the quota.',
    columns: declared(COLUMNS),
    sql: `WITH plan AS (
  SELECT usage_plan_id, max(usage_plan_name) AS usage_plan_name, max(quota_limit) AS quota_limit, max(quota_offset) AS quota_offset,
    max(quota_period) AS quota_period, max(${byPeriod('start')}) AS period_start, max(${byPeriod('end')}) AS period_end
  FROM "${USAGE_PLANS_TABLE.name}"
  WHERE quota_limit IS NOT NULL
  GROUP BY usage_plan_id
),
member AS (
  SELECT api_key_id, api_key_name, customer_id, customer_name, internal_key, plan.*,
    quota_limit - if(created_at >= period_start, coalesce(quota_offset, 0), 0) AS request_limit
  FROM "${API_KEYS_TABLE.name}" AS api_key
  JOIN plan ON plan.usage_plan_id = api_key.usage_plan_id
),
accepted AS (
  SELECT api_key_id, usage_plan_id, date_trunc('day', requested_at) AS request_day, count(*) AS requests
  FROM "${all.name}"
  WHERE requested_at >= ${OLDEST_PERIOD} AND requested_at < ${NOW}
  AND ${withinPartitions(OLDEST_PERIOD, NOW)}
  AND outcome NOT IN ('throttled', 'quota_exceeded')
  GROUP BY 1, 2, 3
),
spent AS (
  SELECT member.api_key_id, member.usage_plan_id, CAST(coalesce(sum(requests), 0) AS bigint) AS used
  FROM member
  LEFT JOIN accepted ON accepted.api_key_id = member.api_key_id AND accepted.usage_plan_id = member.usage_plan_id AND request_day >= period_start
  GROUP BY 1, 2
)
SELECT
${selectList(COLUMNS)}
FROM member
JOIN spent ON spent.api_key_id = member.api_key_id AND spent.usage_plan_id = member.usage_plan_id`,
  };
}
