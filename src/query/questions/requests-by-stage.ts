import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, top } from '../visuals/draw';

export const REQUESTS_BY_STAGE: Question = {
  id: 'requests-by-stage',
  title: 'Requests by API and stage',
  question: 'How many requests did each stage of each API receive this month, and how fast was it?',
  audience: 'Operations',
  sheet: 'Requests',
  period: MONTH_TO_DATE,
  visual: draw('table', [top(20, 'group', 'api'), top(10, 'row', 'stage')], { measures: ['requests', 'share', 'error_rate', 'latency_p95'] }),
};
