import { monthToDate, MONTH_TO_DATE_READS } from './month-to-date';
import { Question } from './question';

/** More slices than this nobody can tell apart; the rest is one. */
const SLICES = 9;

export const REQUESTS_BY_PLAN: Question = {
  id: 'requests-by-plan',
  title: 'Requests by usage plan',
  question: 'Which share of this month\'s requests, up to the newest, came with each usage plan?',
  reads: MONTH_TO_DATE_READS,
  sql: (table) => `${monthToDate(table, [])},
plan AS (
  SELECT usage_plan_name, count(*) AS requests, row_number() OVER (ORDER BY count(*) DESC, usage_plan_id) AS place
  FROM month_to_date
  GROUP BY usage_plan_id, usage_plan_name
)
SELECT
  if(place <= ${SLICES}, usage_plan_name, '(all other plans)') AS usage_plan_name,
  CAST(sum(requests) AS bigint) AS requests,
  CAST(sum(requests) AS double) / sum(sum(requests)) OVER () AS share
FROM plan
GROUP BY least(place, ${SLICES + 1}), if(place <= ${SLICES}, usage_plan_name, '(all other plans)')
ORDER BY least(place, ${SLICES + 1})`,
  answer: [
    { name: 'usage_plan_name', label: 'Usage plan', format: 'text' },
    { name: 'requests', label: 'Requests', format: 'count' },
    { name: 'share', label: 'Share', format: 'percent' },
  ],
  visual: { kind: 'pie', slice: 'usage_plan_name', size: 'requests' },
};
