import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, top } from '../visuals/draw';

/** What fits on a screen. */
const PLANS = 10;
const CUSTOMERS_OF_A_PLAN = 20;
const ENDPOINTS = 12;

export const ENDPOINTS_BY_PLAN_AND_CUSTOMER: Question = {
  id: 'endpoints-by-plan-and-customer',
  title: 'Endpoints by usage plan and customer',
  question: 'Which share of this month\'s requests went to each endpoint, from each usage plan and customer?',
  audience: 'API product owner',
  sheet: 'Overview',
  period: MONTH_TO_DATE,
  visual: draw('pivot', [
    top(PLANS, 'group', 'usage_plan', '(all other plans)'),
    top(CUSTOMERS_OF_A_PLAN, 'row', 'customer', '(all other customers)'),
    top(ENDPOINTS, 'column', 'endpoint', '(all other endpoints)'),
  ], { measures: ['requests', 'share'] }),
};
