import { lastDays, periodLine, WEEK_BEFORE } from '../period';
import { Question } from '../question';
import { count, CUSTOMER, percent } from '../sql/answer-columns';
import { groupedNames, newestName } from '../sql/newest-names';
import { quotient, rowsInPeriod, summed } from '../sql/usage-rows';
import { OF_CUSTOMERS } from '../visuals/draw';

/** A share of fewer requests says little. */
const FEWEST_REQUESTS = 20;

const WEEK = lastDays(7);
const ERRORS = 'status_4xx + status_5xx';

export const CUSTOMERS_GETTING_WORSE: Question = {
  id: 'customers-getting-worse',
  title: 'Customers with more errors than a week ago',
  question: 'Whose error rate rose in the last seven days, compared with the seven days before?',
  audience: 'Customer success',
  sheet: 'Errors',
  about: 'last 7 days, and the 7 days before',
  days: WEEK.days + WEEK_BEFORE.days,
  reads: ['usage_daily.customer_name'],
  sql: `${periodLine(WEEK, WEEK_BEFORE)}
used AS (
  SELECT customer_id,
    ${groupedNames('last_requested_at', 'customer')},
    ${summed('requests', 'current')} AS requests,
    ${summed(ERRORS, 'current')} AS errors,
    ${summed('requests', 'before')} AS requests_before,
    ${summed(ERRORS, 'before')} AS errors_before
  ${rowsInPeriod('usage_daily', [OF_CUSTOMERS], true)}
  GROUP BY customer_id
),
rated AS (
  SELECT *, ${quotient('errors', 'requests')} AS error_rate, coalesce(${quotient('errors_before', 'requests_before')}, 0) AS error_rate_before
  FROM used
  WHERE requests >= ${FEWEST_REQUESTS}
)
SELECT customer_id,
  ${newestName('customer')},
  requests,
  error_rate,
  error_rate_before,
  error_rate - error_rate_before AS change
FROM rated
WHERE error_rate > error_rate_before
ORDER BY change DESC, customer_id
LIMIT 50`,
  answer: [
    ...CUSTOMER, count('requests', 'Requests'), percent('error_rate', 'Error rate'), percent('error_rate_before', 'Error rate, a week before'),
    percent('change', 'Change in points'),
  ],
};
