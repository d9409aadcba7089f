import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, top } from '../visuals/draw';

export const BYTES_BY_CUSTOMER_AND_ENDPOINT: Question = {
  id: 'bytes-by-customer-and-endpoint',
  title: 'Bytes by customer and endpoint',
  question: 'Which customers and endpoints sent the most bytes this month?',
  audience: 'Operations',
  sheet: 'Endpoints',
  period: MONTH_TO_DATE,
  visual: draw('pivot', [
    top(20, 'row', 'customer', '(all other customers)'), top(8, 'column', 'endpoint', '(all other endpoints)'),
  ], { measures: ['response_bytes'], rankBy: 'response_bytes' }),
};
