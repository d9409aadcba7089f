import { monthToDate, MONTH_TO_DATE_READS } from './month-to-date';
import { Question } from './question';

/** What a table on a screen can hold; the rest of each is one row or column. */
const PLANS = 10;
const CUSTOMERS_OF_A_PLAN = 20;
const ENDPOINTS = 12;

export const ENDPOINTS_BY_PLAN_AND_CUSTOMER: Question = {
  id: 'endpoints-by-plan-and-customer',
  title: 'Endpoints by usage plan and customer',
  question: 'Which share of all requests of this month went to each endpoint, from each usage plan and customer?',
  reads: [...MONTH_TO_DATE_READS, 'http_method', 'resource_path'],
  sql: (table) => `${monthToDate(table, ['http_method', 'resource_path'])},
combination AS (
  SELECT usage_plan_id, usage_plan_name, customer_id, customer_name,
    coalesce(http_method || ' ' || resource_path, resource_path, '(no such path)') AS endpoint,
    count(*) AS requests
  FROM month_to_date
  GROUP BY 1, 2, 3, 4, 5
),
total AS (
  SELECT *,
    sum(requests) OVER (PARTITION BY usage_plan_id) AS plan_requests,
    sum(requests) OVER (PARTITION BY usage_plan_id, customer_id) AS customer_requests,
    sum(requests) OVER (PARTITION BY endpoint) AS endpoint_requests
  FROM combination
),
place AS (
  SELECT *,
    dense_rank() OVER (ORDER BY plan_requests DESC, usage_plan_id) AS plan_place,
    dense_rank() OVER (PARTITION BY usage_plan_id ORDER BY customer_requests DESC, customer_id) AS customer_place,
    dense_rank() OVER (ORDER BY endpoint_requests DESC, endpoint) AS endpoint_place
  FROM total
),
shown AS (
  SELECT requests,
    least(plan_place, ${PLANS + 1}) AS plan_place,
    if(plan_place <= ${PLANS}, usage_plan_name, '(all other plans)') AS usage_plan_name,
    if(plan_place <= ${PLANS}, least(customer_place, ${CUSTOMERS_OF_A_PLAN + 1}), 1) AS customer_place,
    if(plan_place <= ${PLANS} AND customer_place <= ${CUSTOMERS_OF_A_PLAN}, customer_name, '(all other customers)') AS customer_name,
    least(endpoint_place, ${ENDPOINTS + 1}) AS endpoint_place,
    if(endpoint_place <= ${ENDPOINTS}, endpoint, '(all other endpoints)') AS endpoint
  FROM place
)
SELECT usage_plan_name, customer_name, endpoint,
  CAST(sum(requests) AS bigint) AS requests,
  CAST(sum(requests) AS double) / sum(sum(requests)) OVER () AS share
FROM shown
GROUP BY plan_place, usage_plan_name, customer_place, customer_name, endpoint_place, endpoint
ORDER BY plan_place, customer_place, endpoint_place`,
  answer: [
    { name: 'usage_plan_name', label: 'Usage plan', format: 'text' },
    { name: 'customer_name', label: 'Customer', format: 'text' },
    { name: 'endpoint', label: 'Endpoint', format: 'code' },
    { name: 'requests', label: 'Requests', format: 'count' },
    { name: 'share', label: 'Share of all requests', format: 'percent' },
  ],
  visual: { kind: 'pivot', group: 'usage_plan_name', row: 'customer_name', column: 'endpoint', cell: 'share' },
};
