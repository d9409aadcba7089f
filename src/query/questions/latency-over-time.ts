import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { ascending, draw } from '../visuals/draw';

export const LATENCY_OVER_TIME: Question = {
  id: 'latency-over-time',
  title: 'Latency by day',
  question: 'How long did requests take on each day of this month?',
  audience: 'Operations',
  sheet: 'Latency',
  period: MONTH_TO_DATE,
  visual: draw('line', [ascending('x', 'day')], { measures: ['latency_p50', 'latency_p95', 'latency_p99'] }),
};
