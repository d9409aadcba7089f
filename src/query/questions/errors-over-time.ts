import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { ascending, draw } from '../visuals/draw';

export const ERRORS_OVER_TIME: Question = {
  id: 'errors-over-time',
  title: 'Error rate by day',
  question: 'Which share of the requests of each day failed, by the caller (4xx) and by the API (5xx)?',
  audience: 'Operations',
  sheet: 'Errors',
  period: MONTH_TO_DATE,
  visual: draw('line', [ascending('x', 'day')], { measures: ['client_error_rate', 'server_error_rate'] }),
};
