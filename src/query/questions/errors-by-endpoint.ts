import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, top } from '../visuals/draw';

export const ERRORS_BY_ENDPOINT: Question = {
  id: 'errors-by-endpoint',
  title: 'Errors by endpoint: ours and theirs',
  question: 'Which errors of this month are ours (server errors), and which are those of the callers?',
  audience: 'API developer',
  sheet: 'Errors',
  period: MONTH_TO_DATE,
  visual: draw('bar', [top(15, 'bar', 'endpoint')], {
    measures: ['server_error', 'client_error', 'unauthorised', 'throttled', 'quota_exceeded'],
    rankBy: 'errors',
  }),
};
