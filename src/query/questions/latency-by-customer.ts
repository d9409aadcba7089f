import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, OF_CUSTOMERS, top } from '../visuals/draw';

export const LATENCY_BY_CUSTOMER: Question = {
  id: 'latency-by-customer',
  title: 'Latency by customer',
  question: 'How long do the requests of each customer take this month?',
  audience: 'Customer success',
  sheet: 'Latency',
  period: MONTH_TO_DATE,
  visual: draw('table', [top(50, 'row', 'customer')], {
    measures: ['requests', 'latency_p50', 'latency_p95', 'latency_p99', 'latency_max'],
    where: [OF_CUSTOMERS],
  }),
};
