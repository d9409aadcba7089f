import { MONTH_TO_DATE, periodLine } from '../period';
import { Question } from '../question';
import { count, CUSTOMER, ENDPOINT, timestamp, USAGE_PLAN } from '../sql/answer-columns';
import { groupedNames, newestName } from '../sql/newest-names';
import { rowsInPeriod } from '../sql/usage-rows';

export const THROTTLED_CUSTOMERS: Question = {
  id: 'throttled-customers',
  title: 'Throttled or blocked by quota',
  question: 'Which customers were throttled or blocked by their quota this month, how often, at which endpoint, and since when?',
  audience: 'Customer success',
  sheet: 'Plans and quota',
  note: 'API Gateway may not log all rejected requests, so counts are lower bounds.',
  about: MONTH_TO_DATE.title,
  days: MONTH_TO_DATE.days,
  reads: ['requests.outcome', 'requests.endpoint', 'requests.usage_plan_name'],
  sql: `${periodLine(MONTH_TO_DATE)}
rejected AS (
  SELECT usage_plan_id, customer_id, endpoint,
    ${groupedNames('requested_at', 'usage_plan', 'customer')},
    count(*) FILTER (WHERE outcome = 'throttled') AS throttled,
    count(*) FILTER (WHERE outcome = 'quota_exceeded') AS quota_exceeded,
    min(requested_at) AS first_at,
    max(requested_at) AS last_at
  ${rowsInPeriod('requests', ['outcome IN (\'throttled\', \'quota_exceeded\')'])}
  GROUP BY usage_plan_id, customer_id, endpoint
)
SELECT usage_plan_id,
  ${newestName('usage_plan')},
  customer_id,
  ${newestName('customer')},
  endpoint, throttled, quota_exceeded, first_at, last_at
FROM rejected
ORDER BY throttled + quota_exceeded DESC, customer_id NULLS LAST, usage_plan_id NULLS LAST, endpoint NULLS LAST
LIMIT 200`,
  answer: [
    ...USAGE_PLAN, ...CUSTOMER, ENDPOINT, count('throttled', 'Throttled'), count('quota_exceeded', 'Over quota'),
    timestamp('first_at', 'First'), timestamp('last_at', 'Last'),
  ],
};
