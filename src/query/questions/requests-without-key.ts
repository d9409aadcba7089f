import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, top } from '../visuals/draw';

export const REQUESTS_WITHOUT_KEY: Question = {
  id: 'requests-without-key',
  title: 'Requests without an API key',
  question: 'Which endpoints receive requests without an API key this month, and how do they end?',
  audience: 'Security',
  sheet: 'Errors',
  period: MONTH_TO_DATE,
  visual: draw('table', [top(50, 'row', 'endpoint')], {
    view: 'requests',
    measures: ['requests', 'ok', 'unauthorised', 'client_error', 'server_error'],
    where: ['api_key_id IS NULL'],
  }),
};
