import { Question } from '../question';
import { API_KEY, count, CUSTOMER, timestamp } from '../sql/answer-columns';
import { LOOK_BACK_DAYS } from '../views/clock';

export const UNUSED_KEYS: Question = {
  id: 'unused-keys',
  title: `API keys without a request in ${LOOK_BACK_DAYS} days`,
  question: `Which API keys have sent no request in the last ${LOOK_BACK_DAYS} days?`,
  audience: 'Security',
  sheet: 'Plans and quota',
  note: `Keys created less than ${LOOK_BACK_DAYS} days ago were never used. Older keys may have been used before that.`,
  about: `last ${LOOK_BACK_DAYS} days`,
  days: LOOK_BACK_DAYS + 1,
  reads: [`key_inventory.requests_${LOOK_BACK_DAYS}d`],
  sql: `-- Period: the last ${LOOK_BACK_DAYS} days, in UTC, as the view key_inventory looks back.
SELECT customer_id, customer_name, api_key_id, api_key_name, usage_plans, enabled, created_at, days_old,
  days_old < ${LOOK_BACK_DAYS} AS never_used
FROM "key_inventory"
WHERE requests_${LOOK_BACK_DAYS}d = 0 AND internal_key IS DISTINCT FROM true
ORDER BY created_at, api_key_id`,
  answer: [
    ...CUSTOMER, ...API_KEY, { name: 'usage_plans', label: 'Usage plans', format: 'text' }, { name: 'enabled', label: 'Enabled', format: 'flag' },
    timestamp('created_at', 'Created'), count('days_old', 'Days old'), { name: 'never_used', label: 'Never used', format: 'flag' },
  ],
};
