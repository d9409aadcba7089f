import { Question } from '../question';
import { count, day, USAGE_PLAN } from '../sql/answer-columns';
import { groupedNames } from '../sql/newest-names';
import { daysAgo, LOOK_BACK_DAYS, NOW } from '../views/clock';
import { withinPartitions } from '../views/partition-bounds';
import { OF_CUSTOMERS } from '../visuals/draw';

/** Within the look-back, so that a customer of the first days shown is not taken for new. */
const SHOWN_DAYS = 60;

const SINCE = daysAgo(LOOK_BACK_DAYS);

export const ACTIVE_CUSTOMERS: Question = {
  id: 'active-customers',
  title: `Active customers, new and returning (look-back of ${LOOK_BACK_DAYS} days)`,
  question: 'How many customers of each usage plan were active per day, week (from Monday) and month, and how many of them were new?',
  audience: 'API product owner',
  sheet: 'Customers',
  note: `A customer is new in the period of the first request within ${LOOK_BACK_DAYS} days.`,
  about: `last ${SHOWN_DAYS} days`,
  days: LOOK_BACK_DAYS + 1,
  reads: ['usage_daily.usage_plan_name'],
  sql: `-- Period: the last ${SHOWN_DAYS} days, in UTC. A customer is new with the first request within ${LOOK_BACK_DAYS} days.
WITH active AS (
  SELECT usage_plan_id, customer_id, request_day,
    ${groupedNames('last_requested_at', 'usage_plan')}
  FROM "usage_daily"
  WHERE request_day >= ${SINCE} AND request_day < ${NOW}
  AND ${withinPartitions(SINCE, NOW)}
  AND ${OF_CUSTOMERS}
  GROUP BY usage_plan_id, customer_id, request_day
),
dated AS (
  SELECT *, min(request_day) OVER (PARTITION BY customer_id) AS first_day,
    first_value(usage_plan_name) OVER (PARTITION BY usage_plan_id ORDER BY usage_plan_named_at DESC NULLS LAST, usage_plan_name) AS newest_plan_name
  FROM active
),
bucketed AS (
  SELECT grain, date_trunc(grain, request_day) AS starts_on, date_trunc(grain, first_day) AS first_starts_on, usage_plan_id, newest_plan_name, customer_id
  FROM dated CROSS JOIN UNNEST(ARRAY['day', 'week', 'month']) AS grains (grain)
)
SELECT grain, starts_on, usage_plan_id, coalesce(newest_plan_name, usage_plan_id, '(no usage plan)') AS usage_plan_name,
  count(DISTINCT customer_id) AS customers,
  count(DISTINCT customer_id) FILTER (WHERE first_starts_on = starts_on) AS new_customers,
  count(DISTINCT customer_id) FILTER (WHERE first_starts_on < starts_on) AS returning_customers
FROM bucketed
WHERE starts_on >= ${daysAgo(SHOWN_DAYS)}
GROUP BY grain, starts_on, usage_plan_id, newest_plan_name
ORDER BY grain, starts_on DESC, customers DESC, usage_plan_id NULLS LAST`,
  answer: [
    { name: 'grain', label: 'Per', format: 'text' }, day('starts_on', 'From'), ...USAGE_PLAN,
    count('customers', 'Active customers'), count('new_customers', 'New'), count('returning_customers', 'Returning'),
  ],
};
