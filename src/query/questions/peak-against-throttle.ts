import { lastDays, periodLine } from '../period';
import { Question } from '../question';
import { API_KEY, count, CUSTOMER, percent, timestamp, USAGE_PLAN } from '../sql/answer-columns';
import { groupedNames, newestName } from '../sql/newest-names';
import { quotient, rowsInPeriod } from '../sql/usage-rows';

const PERIOD = lastDays(7);

export const PEAK_AGAINST_THROTTLE: Question = {
  id: 'peak-against-throttle',
  title: 'Peaks against the throttle',
  question: 'What were the busiest second and hour of each API key in the last seven days, and how close is that to the throttle of its usage plan?',
  audience: 'Operations',
  sheet: 'Requests',
  note: 'API Gateway may not log all throttled requests, so peaks are lower bounds. A burst limit allows more than the rate limit for a moment.',
  about: PERIOD.title,
  days: PERIOD.days,
  reads: ['requests.usage_plan_name', 'requests.api_key_name'],
  sql: `${periodLine(PERIOD)}
by_second AS (
  SELECT usage_plan_id, customer_id, api_key_id, date_trunc('second', requested_at) AS at_second,
    ${groupedNames('requested_at', 'usage_plan', 'customer', 'api_key')},
    count(*) AS requests
  ${rowsInPeriod('requests', ['api_key_id IS NOT NULL'])}
  GROUP BY usage_plan_id, customer_id, api_key_id, 4
),
named AS (
  SELECT usage_plan_id, customer_id, api_key_id, at_second, requests,
    ${newestName('usage_plan')},
    ${newestName('customer')},
    ${newestName('api_key')},
    sum(requests) OVER (PARTITION BY usage_plan_id, customer_id, api_key_id, date_trunc('hour', at_second)) AS hour_requests
  FROM by_second
),
ranked AS (
  SELECT *,
    row_number() OVER (PARTITION BY usage_plan_id, customer_id, api_key_id ORDER BY requests DESC, at_second) AS second_place,
    row_number() OVER (PARTITION BY usage_plan_id, customer_id, api_key_id ORDER BY hour_requests DESC, at_second) AS hour_place
  FROM named
),
throttle AS (
  SELECT usage_plan_id, max(throttle_rate_limit) AS rate_limit, max(throttle_burst_limit) AS burst_limit
  FROM "usage_plans" GROUP BY usage_plan_id
),
peak AS (
  SELECT usage_plan_id, customer_id, api_key_id, max(usage_plan_name) AS usage_plan_name, max(customer_name) AS customer_name, max(api_key_name) AS api_key_name,
    max(requests) AS second_requests, max(at_second) FILTER (WHERE second_place = 1) AS second_at,
    CAST(max(hour_requests) AS bigint) AS hour_requests, max(date_trunc('hour', at_second)) FILTER (WHERE hour_place = 1) AS hour_at
  FROM ranked
  GROUP BY usage_plan_id, customer_id, api_key_id
)
SELECT peak.usage_plan_id, usage_plan_name, customer_id, customer_name, api_key_id, api_key_name,
  second_requests, second_at, rate_limit, burst_limit, ${quotient('second_requests', 'rate_limit')} AS rate_share, hour_requests, hour_at
FROM peak
LEFT JOIN throttle ON throttle.usage_plan_id = peak.usage_plan_id
ORDER BY rate_share DESC NULLS LAST, second_requests DESC, api_key_id, peak.usage_plan_id NULLS LAST
LIMIT 100`,
  answer: [
    ...USAGE_PLAN, ...CUSTOMER, ...API_KEY, count('second_requests', 'Requests in the busiest second'), timestamp('second_at', 'Busiest second'),
    { name: 'rate_limit', label: 'Rate limit a second', format: 'number' }, count('burst_limit', 'Burst limit'),
    percent('rate_share', 'Peak of the rate limit'), count('hour_requests', 'Requests in the busiest hour'), timestamp('hour_at', 'Busiest hour'),
  ],
};
