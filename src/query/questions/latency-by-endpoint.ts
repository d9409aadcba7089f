import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, top } from '../visuals/draw';

export const LATENCY_BY_ENDPOINT: Question = {
  id: 'latency-by-endpoint',
  title: 'Latency by endpoint',
  question: 'How long do the requests of each endpoint take this month?',
  audience: 'API developer',
  sheet: 'Latency',
  period: MONTH_TO_DATE,
  visual: draw('table', [top(50, 'row', 'endpoint')], {
    measures: ['requests', 'latency_p50', 'latency_p95', 'latency_p99', 'latency_max', 'backend_latency_mean'],
  }),
};
