import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { ascending, draw, OF_CUSTOMERS, top } from '../visuals/draw';

const PLANS = 20;
const CUSTOMERS_OF_A_PLAN = 10;

export const TOP_CUSTOMERS_BY_STATUS: Question = {
  id: 'top-customers-by-status',
  title: 'Top customers of a usage plan',
  question: `Which ${CUSTOMERS_OF_A_PLAN} customers of a usage plan sent the most requests this month, and with which status did the requests end?`,
  audience: 'API product owner',
  sheet: 'Overview',
  period: MONTH_TO_DATE,
  visual: draw('bar', [
    top(PLANS, 'choice', 'usage_plan'), top(CUSTOMERS_OF_A_PLAN, 'bar', 'customer'), ascending('colour', 'status'),
  ], { view: 'requests', where: [OF_CUSTOMERS, 'usage_plan_id IS NOT NULL'] }),
};
