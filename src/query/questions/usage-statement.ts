import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, OF_CUSTOMERS, top } from '../visuals/draw';

export const USAGE_STATEMENT: Question = {
  id: 'usage-statement',
  title: 'Monthly statement',
  question: 'What did each customer use this month, by endpoint?',
  audience: 'Billing',
  sheet: 'Customers',
  period: MONTH_TO_DATE,
  visual: draw('table', [top(100, 'group', 'customer'), top(25, 'row', 'endpoint', '(all other endpoints)')], {
    measures: ['requests', 'ok', 'errors', 'response_bytes'],
    where: [OF_CUSTOMERS],
  }),
};
