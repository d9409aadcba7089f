import { MONTH_BEFORE, MONTH_TO_DATE, periodLine } from '../period';
import { Question } from '../question';
import { count, CUSTOMER, percent, USAGE_PLAN } from '../sql/answer-columns';
import { groupedNames, newestName } from '../sql/newest-names';
import { quotient, rowsInPeriod, summed } from '../sql/usage-rows';
import { OF_CUSTOMERS } from '../visuals/draw';

export const TOP_CUSTOMERS: Question = {
  id: 'top-customers',
  title: 'Top customers by plan',
  question: 'Which customers sent the most requests this month, on which usage plan, and how does that compare with the same days of last month?',
  audience: 'API product owner',
  sheet: 'Customers',
  about: 'month to date, and the same days one month before',
  days: MONTH_TO_DATE.days + MONTH_BEFORE.days,
  reads: ['usage_daily.usage_plan_name'],
  sql: `${periodLine(MONTH_TO_DATE, MONTH_BEFORE)}
used AS (
  SELECT usage_plan_id, customer_id,
    ${groupedNames('last_requested_at', 'usage_plan', 'customer')},
    ${summed('requests', 'current')} AS requests,
    ${summed('requests', 'before')} AS requests_before
  ${rowsInPeriod('usage_daily', [OF_CUSTOMERS], true)}
  GROUP BY usage_plan_id, customer_id
)
SELECT usage_plan_id,
  ${newestName('usage_plan')},
  customer_id,
  ${newestName('customer')},
  requests,
  requests_before,
  ${quotient('requests - requests_before', 'requests_before')} AS change
FROM used
ORDER BY requests DESC, customer_id, usage_plan_id
LIMIT 100`,
  answer: [
    ...USAGE_PLAN, ...CUSTOMER, count('requests', 'Requests'), count('requests_before', 'Requests, one month before'), percent('change', 'Change'),
  ],
};
