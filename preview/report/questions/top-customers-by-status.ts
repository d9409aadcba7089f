import { monthToDate, MONTH_TO_DATE_READS } from './month-to-date';
import { Question } from './question';

const PLANS = 20;
const CUSTOMERS_OF_A_PLAN = 10;

export const TOP_CUSTOMERS_BY_STATUS: Question = {
  id: 'top-customers-by-status',
  title: 'Top customers of a usage plan',
  question: `Who are the ${CUSTOMERS_OF_A_PLAN} customers of a usage plan with the most requests this month, and with which status did these end?`,
  reads: [...MONTH_TO_DATE_READS, 'status'],
  sql: (table) => `${monthToDate(table, ['enrichment_status', 'status'])},
by_status AS (
  SELECT usage_plan_id, usage_plan_name, customer_id, customer_name, status, count(*) AS requests,
    sum(count(*)) OVER (PARTITION BY usage_plan_id) AS plan_requests,
    sum(count(*)) OVER (PARTITION BY usage_plan_id, customer_id) AS customer_requests
  FROM month_to_date
  WHERE enrichment_status = 'enriched'
  GROUP BY usage_plan_id, usage_plan_name, customer_id, customer_name, status
),
placed AS (
  SELECT *,
    dense_rank() OVER (ORDER BY plan_requests DESC, usage_plan_id) AS plan_place,
    dense_rank() OVER (PARTITION BY usage_plan_id ORDER BY customer_requests DESC, customer_id) AS customer_place
  FROM by_status
)
SELECT usage_plan_name, customer_name, status, requests
FROM placed
WHERE plan_place <= ${PLANS} AND customer_place <= ${CUSTOMERS_OF_A_PLAN}
ORDER BY plan_place, customer_place, status NULLS LAST`,
  answer: [
    { name: 'usage_plan_name', label: 'Usage plan', format: 'text' },
    { name: 'customer_name', label: 'Customer', format: 'text' },
    { name: 'status', label: 'Status', format: 'text' },
    { name: 'requests', label: 'Requests', format: 'count' },
  ],
  visual: { kind: 'bar', filter: 'usage_plan_name', bar: 'customer_name', colour: 'status', size: 'requests' },
};
