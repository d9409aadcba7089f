import { Question } from '../question';
import { count, CUSTOMER, timestamp } from '../sql/answer-columns';
import { LOOK_BACK_DAYS } from '../views/clock';

export const NEW_CUSTOMERS: Question = {
  id: 'new-customers',
  title: `New customers of the last ${LOOK_BACK_DAYS} days`,
  question: `Which customers got their first API key in the last ${LOOK_BACK_DAYS} days, and how long did they take to their first successful request?`,
  audience: 'Customer success',
  sheet: 'Customers',
  about: `last ${LOOK_BACK_DAYS} days`,
  days: LOOK_BACK_DAYS + 1,
  reads: ['key_inventory.customer_id'],
  sql: `-- Period: the last ${LOOK_BACK_DAYS} days, in UTC, as the view key_inventory looks back.
SELECT customer_id, max(customer_name) AS customer_name,
  min(created_at) AS first_key_at,
  min(first_success_${LOOK_BACK_DAYS}d) AS first_success_at,
  CAST(date_diff('second', min(created_at), min(first_success_${LOOK_BACK_DAYS}d)) AS double) / 3600 AS hours_to_success,
  CAST(sum(requests_${LOOK_BACK_DAYS}d) AS bigint) AS requests
FROM "key_inventory"
WHERE internal_key IS DISTINCT FROM true
GROUP BY customer_id
HAVING max(days_old) <= ${LOOK_BACK_DAYS}
ORDER BY first_key_at DESC, customer_id`,
  answer: [
    ...CUSTOMER, timestamp('first_key_at', 'First API key'), timestamp('first_success_at', 'First success'),
    { name: 'hours_to_success', label: 'Hours to the first success', format: 'number' }, count('requests', 'Requests'),
  ],
};
