import { Question } from '../question';
import { API_KEY, count, CUSTOMER, day, percent, USAGE_PLAN } from '../sql/answer-columns';

const RISK_SHARE = 0.8;

export const QUOTA_AT_RISK: Question = {
  id: 'quota-at-risk',
  title: 'Quotas that are nearly used up',
  question: `Which API keys have used more than ${RISK_SHARE * 100} % of their quota, or will run out in this period, and on which day?`,
  audience: 'Customer success',
  sheet: 'Plans and quota',
  note: 'API Gateway may not log all rejected requests, so counts are lower bounds.',
  about: 'current period of each quota',
  days: 31 + 7,
  reads: ['quota_status.used'],
  sql: `-- Period: the current period of each quota (day, week from Sunday, or month), in UTC.
SELECT customer_id, customer_name, api_key_id, api_key_name, usage_plan_id, usage_plan_name, quota_period,
  request_limit, used, used_share, projected_use, exhausted_on
FROM "quota_status"
WHERE (used_share > ${RISK_SHARE} OR exhausted_on IS NOT NULL) AND internal_key IS DISTINCT FROM true
ORDER BY used_share DESC NULLS LAST, api_key_id, usage_plan_id`,
  answer: [
    ...CUSTOMER, ...API_KEY, ...USAGE_PLAN, { name: 'quota_period', label: 'Quota period', format: 'text' },
    count('request_limit', 'Limit'), count('used', 'Used'), percent('used_share', 'Share used'),
    { name: 'projected_use', label: 'Projected use', format: 'number' }, day('exhausted_on', 'Runs out on'),
  ],
};
