import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, OF_CUSTOMERS, top } from '../visuals/draw';

export const ERROR_RATE_BY_CUSTOMER: Question = {
  id: 'error-rate-by-customer',
  title: 'Error rate by customer',
  question: 'Which share of the requests of each customer failed this month, by the caller (4xx) and by the API (5xx)?',
  audience: 'Customer success',
  sheet: 'Customers',
  period: MONTH_TO_DATE,
  visual: draw('table', [top(50, 'row', 'customer')], { measures: ['requests', 'client_error_rate', 'server_error_rate'], where: [OF_CUSTOMERS] }),
};
