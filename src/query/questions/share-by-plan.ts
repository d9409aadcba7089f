import { MONTH_TO_DATE, periodLine } from '../period';
import { Question } from '../question';
import { count, percent, USAGE_PLAN } from '../sql/answer-columns';
import { groupedNames } from '../sql/newest-names';
import { quotient, rowsInPeriod } from '../sql/usage-rows';

const TOP = 10;

export const SHARE_BY_PLAN: Question = {
  id: 'share-by-plan',
  title: `Share of traffic by plan, and of the top ${TOP} customers`,
  question: `Which share of this month's requests has each usage plan, and which share of these came from its top ${TOP} customers?`,
  audience: 'API product owner',
  sheet: 'Plans and quota',
  about: MONTH_TO_DATE.title,
  days: MONTH_TO_DATE.days,
  reads: ['usage_daily.usage_plan_name'],
  sql: `${periodLine(MONTH_TO_DATE)}
used AS (
  SELECT usage_plan_id, customer_id,
    ${groupedNames('last_requested_at', 'usage_plan')},
    CAST(sum(requests) AS bigint) AS requests
  ${rowsInPeriod('usage_daily')}
  GROUP BY usage_plan_id, customer_id
),
scoped AS (
  SELECT overall, CASE WHEN NOT overall THEN usage_plan_id END AS plan_id, customer_id,
    max(usage_plan_name) AS usage_plan_name, max(usage_plan_named_at) AS usage_plan_named_at, CAST(sum(requests) AS bigint) AS requests
  FROM used CROSS JOIN UNNEST(ARRAY[true, false]) AS scopes (overall)
  GROUP BY 1, 2, 3
),
ranked AS (
  SELECT *,
    row_number() OVER (PARTITION BY overall, plan_id ORDER BY if(customer_id IS NULL, 1, 0), requests DESC, customer_id) AS place,
    sum(requests) OVER (PARTITION BY overall) AS all_requests
  FROM scoped
)
SELECT plan_id AS usage_plan_id,
  CASE WHEN overall THEN '(all usage plans)' ELSE
    coalesce(max_by(usage_plan_name, usage_plan_named_at) FILTER (WHERE usage_plan_name IS NOT NULL), plan_id, '(no usage plan)') END AS usage_plan_name,
  count(customer_id) AS customers,
  CAST(sum(requests) AS bigint) AS requests,
  ${quotient('sum(requests)', 'max(all_requests)')} AS share,
  ${quotient(`coalesce(sum(requests) FILTER (WHERE place <= ${TOP} AND customer_id IS NOT NULL), 0)`, 'sum(requests)')} AS top_share
FROM ranked
GROUP BY overall, plan_id
ORDER BY if(overall, 0, 1), requests DESC, plan_id NULLS LAST`,
  answer: [
    ...USAGE_PLAN, count('customers', 'Customers'), count('requests', 'Requests'), percent('share', 'Share of requests'),
    percent('top_share', `Share of the top ${TOP} customers`),
  ],
};
