import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { count, ENDPOINT, timestamp } from '../sql/answer-columns';
import { daysAgo, LOOK_BACK_DAYS, NOW } from '../views/clock';
import { withinPartitions } from '../views/partition-bounds';

const SINCE = daysAgo(LOOK_BACK_DAYS);

export const ENDPOINT_USAGE: Question = {
  id: 'endpoint-usage',
  title: `Least used endpoints (look-back of ${LOOK_BACK_DAYS} days)`,
  question: `Which endpoints were used least, or not at all, this month, among those used in the last ${LOOK_BACK_DAYS} days?`,
  audience: 'API product owner',
  sheet: 'Endpoints',
  note: 'Endpoints that received no request in the look-back are not in the data.',
  about: `${MONTH_TO_DATE.title}, among the last ${LOOK_BACK_DAYS} days`,
  days: LOOK_BACK_DAYS + 1,
  reads: ['usage_daily.endpoint'],
  sql: `-- Period: month to date, among the endpoints of the last ${LOOK_BACK_DAYS} days, in UTC.
SELECT endpoint,
  CAST(coalesce(sum(requests) FILTER (WHERE request_day >= date_trunc('month', ${NOW})), 0) AS bigint) AS requests,
  CAST(sum(requests) AS bigint) AS requests_${LOOK_BACK_DAYS}d,
  count(DISTINCT customer_id) AS customers_${LOOK_BACK_DAYS}d,
  max(last_requested_at) AS last_requested_at
FROM "usage_daily"
WHERE request_day >= ${SINCE} AND request_day < ${NOW}
  AND ${withinPartitions(SINCE, NOW)}
  AND endpoint IS NOT NULL
GROUP BY endpoint
ORDER BY requests, requests_${LOOK_BACK_DAYS}d, endpoint
LIMIT 200`,
  answer: [
    ENDPOINT, count('requests', 'Requests this month'), count(`requests_${LOOK_BACK_DAYS}d`, `Requests, ${LOOK_BACK_DAYS} days`),
    count(`customers_${LOOK_BACK_DAYS}d`, `Customers, ${LOOK_BACK_DAYS} days`), timestamp('last_requested_at', 'Last request'),
  ],
};
