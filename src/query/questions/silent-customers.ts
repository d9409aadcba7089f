import { lastDays, periodLine } from '../period';
import { Question } from '../question';
import { CUSTOMER, percent, timestamp } from '../sql/answer-columns';
import { groupedNames, newestName } from '../sql/newest-names';
import { quotient, summed } from '../sql/usage-rows';
import { withinPartitions } from '../views/partition-bounds';
import { OF_CUSTOMERS } from '../visuals/draw';

const WEEKS_BEFORE = 4;
const WEEK_DAYS = 7;
/** Fewer requests a week are not a habit. */
const FEWEST_A_WEEK = 10;

const PERIOD = lastDays(WEEK_DAYS);
const BEFORE = {
  title: `the ${WEEKS_BEFORE} weeks before`,
  interval: `INTERVAL '${WEEKS_BEFORE * WEEK_DAYS}' DAY`,
  days: WEEKS_BEFORE * WEEK_DAYS,
};

export const SILENT_CUSTOMERS: Question = {
  id: 'silent-customers',
  title: 'Customers who went silent or dropped by half',
  question: 'Which customers sent less than half of their usual weekly requests in the last seven days, or none?',
  audience: 'Customer success',
  sheet: 'Customers',
  about: `last ${WEEK_DAYS} days, and ${BEFORE.title}`,
  days: PERIOD.days + BEFORE.days,
  reads: ['usage_daily.customer_name'],
  sql: `${periodLine(PERIOD, BEFORE)}
used AS (
  SELECT customer_id,
    ${groupedNames('last_requested_at', 'customer')},
    ${summed('requests', 'current')} AS requests,
    CAST(${summed('requests', 'before')} AS double) / ${WEEKS_BEFORE} AS weekly_before,
    max(last_requested_at) AS last_requested_at
  FROM "usage_daily" CROSS JOIN period
  WHERE request_day >= before_start AND request_day < period_end
  AND ${withinPartitions('before_start', 'period_end')}
  AND ${OF_CUSTOMERS}
  GROUP BY customer_id
)
SELECT customer_id,
  ${newestName('customer')},
  requests,
  weekly_before,
  ${quotient('requests - weekly_before', 'weekly_before')} AS change,
  last_requested_at
FROM used
WHERE weekly_before >= ${FEWEST_A_WEEK} AND requests < weekly_before / 2
ORDER BY weekly_before - requests DESC, customer_id
LIMIT 100`,
  answer: [
    ...CUSTOMER,
    { name: 'requests', label: `Requests, last ${WEEK_DAYS} days`, format: 'count' },
    { name: 'weekly_before', label: `Requests a week, ${WEEKS_BEFORE} weeks before`, format: 'number' },
    percent('change', 'Change'), timestamp('last_requested_at', 'Last request'),
  ],
};
