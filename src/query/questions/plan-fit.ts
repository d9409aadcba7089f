import { lastDays, periodLine } from '../period';
import { Question } from '../question';
import { API_KEY, count, CUSTOMER, percent, USAGE_PLAN } from '../sql/answer-columns';
import { quotient } from '../sql/usage-rows';
import { withinPartitions } from '../views/partition-bounds';

const DAYS = 30;
const PERIOD = lastDays(DAYS);
/** Above this share of its limit, or of rejected requests, a key needs a larger plan. */
const TOO_SMALL = 0.9;
const REJECTED = 0.01;
const NEEDS_MORE = `requests > ${TOO_SMALL} * request_limit OR rejected > ${REJECTED} * requests`;
/** Below this share of its limit, a key needs no plan so large. */
const TOO_LARGE = 0.2;
/** What a plan that fits leaves free. */
const HEADROOM = 1.25;

/** The limit of a quota in as many days as the question looks back. */
const LIMIT = `max(quota_limit) * CASE max(quota_period) WHEN 'DAY' THEN ${DAYS} WHEN 'WEEK' THEN ${DAYS} / 7e0 ELSE 1 END`;

export const PLAN_FIT: Question = {
  id: 'plan-fit',
  title: 'Usage plans that do not fit',
  question: `Which API keys need a larger usage plan, and which pay for more than they use, given the demand of the last ${DAYS} days?`,
  audience: 'Sales',
  sheet: 'Plans and quota',
  note: 'The demand includes requests that were rejected for throttle or quota. API Gateway may not log all of them.',
  about: PERIOD.title,
  days: PERIOD.days,
  reads: ['all_requests.outcome'],
  sql: `${periodLine(PERIOD)}
plan AS (
  SELECT usage_plan_id, max(usage_plan_name) AS usage_plan_name, ${LIMIT} AS request_limit
  FROM "usage_plans"
  WHERE quota_limit IS NOT NULL
  GROUP BY usage_plan_id
),
demand AS (
  SELECT api_key_id, usage_plan_id, count(*) AS requests, count(*) FILTER (WHERE outcome IN ('throttled', 'quota_exceeded')) AS rejected
  FROM "all_requests" CROSS JOIN period
  WHERE requested_at >= period_start AND requested_at < period_end
  AND ${withinPartitions('period_start', 'period_end')}
  AND api_key_id IS NOT NULL
  GROUP BY api_key_id, usage_plan_id
),
used AS (
  SELECT customer_id, customer_name, api_key.api_key_id, api_key_name, plan.usage_plan_id, plan.usage_plan_name, request_limit,
    coalesce(requests, 0) AS requests, coalesce(rejected, 0) AS rejected
  FROM "api_keys" AS api_key
  JOIN plan ON plan.usage_plan_id = api_key.usage_plan_id
  LEFT JOIN demand ON demand.api_key_id = api_key.api_key_id AND demand.usage_plan_id = plan.usage_plan_id
  WHERE internal_key IS DISTINCT FROM true
),
judged AS (
  SELECT *, ${NEEDS_MORE} AS needs_more
  FROM used
),
fitted AS (
  SELECT customer_id, customer_name, api_key_id, api_key_name, judged.usage_plan_id, judged.usage_plan_name,
    judged.request_limit, requests, rejected, needs_more,
    min(other.request_limit) AS fitting_limit, min_by(other.usage_plan_name, other.request_limit) AS fitting_plan_name
  FROM judged
  LEFT JOIN plan AS other ON other.request_limit >= judged.requests * ${HEADROOM}
    AND (other.request_limit > judged.request_limit OR NOT needs_more)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
)
SELECT customer_id, customer_name, api_key_id, api_key_name, usage_plan_id, usage_plan_name,
  requests, rejected, CAST(round(request_limit) AS bigint) AS request_limit,
  ${quotient('requests', 'request_limit')} AS used_share,
  CASE WHEN needs_more THEN 'upgrade' ELSE 'downgrade' END AS advice,
  CASE WHEN fitting_plan_name <> usage_plan_name THEN fitting_plan_name END AS suggested_plan_name
FROM fitted
WHERE needs_more
  OR requests < ${TOO_LARGE} * request_limit AND fitting_limit < request_limit
ORDER BY used_share DESC NULLS LAST, api_key_id, usage_plan_id`,
  answer: [
    ...CUSTOMER, ...API_KEY, ...USAGE_PLAN, count('requests', `Requests, ${DAYS} days`), count('rejected', 'Rejected'),
    count('request_limit', `Limit, ${DAYS} days`), percent('used_share', 'Share of the limit'),
    { name: 'advice', label: 'Advice', format: 'text' }, { name: 'suggested_plan_name', label: 'Plan that fits', format: 'text' },
  ],
};
