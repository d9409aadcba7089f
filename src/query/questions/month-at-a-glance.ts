import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw } from '../visuals/draw';

export const MONTH_AT_A_GLANCE: Question = {
  id: 'month-at-a-glance',
  title: 'This month',
  question: 'How many requests and active customers are there this month, how many errors, how fast, and how does that compare with the same days of last month?',
  audience: 'API product owner',
  sheet: 'Overview',
  period: MONTH_TO_DATE,
  visual: draw('kpi', [], { measures: ['requests', 'customers', 'error_rate', 'rejected', 'latency_p95', 'response_bytes'] }),
};
