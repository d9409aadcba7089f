import { lastDays, periodLine } from '../period';
import { Question } from '../question';
import { count, CUSTOMER, ENDPOINT, timestamp } from '../sql/answer-columns';
import { groupedNames, newestName } from '../sql/newest-names';
import { rowsInPeriod } from '../sql/usage-rows';
import { LOOK_BACK_DAYS } from '../views/clock';

const PERIOD = lastDays(LOOK_BACK_DAYS);

export const ENDPOINT_CALLERS: Question = {
  id: 'endpoint-callers',
  title: `Callers of an endpoint or version (look-back of ${LOOK_BACK_DAYS} days)`,
  question: `Who called an endpoint, or a version of the API, in the last ${LOOK_BACK_DAYS} days, and when last?`,
  audience: 'API product owner',
  sheet: 'Endpoints',
  note: 'Edit the pattern in the statement to ask about one endpoint or version.',
  about: PERIOD.title,
  days: PERIOD.days,
  reads: ['usage_daily.endpoint', 'usage_daily.customer_name'],
  sql: `${periodLine(PERIOD)}
-- Endpoints: all. To ask about some of them, change the next line, for example to '% /v1/%'.
pattern AS (SELECT '%' AS endpoint_pattern),
called AS (
  SELECT endpoint, customer_id,
    ${groupedNames('last_requested_at', 'customer')},
    CAST(sum(requests) AS bigint) AS requests,
    max(last_requested_at) AS last_requested_at
  ${rowsInPeriod('usage_daily', ['endpoint LIKE (SELECT endpoint_pattern FROM pattern)'])}
  GROUP BY endpoint, customer_id
)
SELECT endpoint, customer_id,
  ${newestName('customer')},
  requests, last_requested_at
FROM called
ORDER BY endpoint, last_requested_at DESC, customer_id NULLS LAST
LIMIT 1000`,
  answer: [ENDPOINT, ...CUSTOMER, count('requests', 'Requests'), timestamp('last_requested_at', 'Last request')],
};
