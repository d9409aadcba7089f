import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { OUTCOMES } from '../views/derived-columns';
import { ascending, draw } from '../visuals/draw';

export const REQUESTS_OVER_TIME: Question = {
  id: 'requests-over-time',
  title: 'Requests by day',
  question: 'How many requests were there on each day of this month, and how did they end?',
  audience: 'API product owner',
  sheet: 'Overview',
  period: MONTH_TO_DATE,
  visual: draw('line', [ascending('x', 'day')], { measures: OUTCOMES.map(({ name }) => name) }),
};
