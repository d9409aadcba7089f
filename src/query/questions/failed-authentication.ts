import { MONTH_TO_DATE, periodLine } from '../period';
import { Question } from '../question';
import { API_KEY, count, timestamp } from '../sql/answer-columns';
import { groupedNames, newestName } from '../sql/newest-names';
import { rowsInPeriod } from '../sql/usage-rows';

export const FAILED_AUTHENTICATION: Question = {
  id: 'failed-authentication',
  title: 'Failed authentication',
  question: 'From which API keys, addresses and user agents did requests come that API Gateway refused to authenticate or authorise this month?',
  audience: 'Security',
  sheet: 'Errors',
  note: 'API Gateway answers a path that does not exist as it answers a missing signature, so such requests are among these.',
  about: MONTH_TO_DATE.title,
  days: MONTH_TO_DATE.days,
  reads: ['requests.outcome', 'requests.api_key_name', 'requests.source_ip', 'requests.user_agent'],
  sql: `${periodLine(MONTH_TO_DATE)}
refused AS (
  SELECT api_key_id, source_ip, user_agent, error_response_type,
    ${groupedNames('requested_at', 'api_key')},
    count(*) AS requests,
    min(requested_at) AS first_at,
    max(requested_at) AS last_at
  ${rowsInPeriod('requests', ['outcome = \'unauthorised\''])}
  GROUP BY api_key_id, source_ip, user_agent, error_response_type
)
SELECT api_key_id,
  ${newestName('api_key')},
  source_ip, user_agent, error_response_type, requests, first_at, last_at
FROM refused
ORDER BY requests DESC, last_at DESC, source_ip NULLS LAST, user_agent NULLS LAST, api_key_id NULLS LAST, error_response_type NULLS LAST
LIMIT 200`,
  answer: [
    ...API_KEY, { name: 'source_ip', label: 'Address', format: 'code' }, { name: 'user_agent', label: 'User agent', format: 'code' },
    { name: 'error_response_type', label: 'Refusal', format: 'code' }, count('requests', 'Requests'), timestamp('first_at', 'First'), timestamp('last_at', 'Last'),
  ],
};
