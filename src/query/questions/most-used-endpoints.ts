import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { OUTCOMES } from '../views/derived-columns';
import { draw, top } from '../visuals/draw';

export const MOST_USED_ENDPOINTS: Question = {
  id: 'most-used-endpoints',
  title: 'Most used endpoints',
  question: 'Which endpoints received the most requests this month, and how did the requests end?',
  audience: 'API product owner',
  sheet: 'Endpoints',
  period: MONTH_TO_DATE,
  visual: draw('bar', [top(15, 'bar', 'endpoint', '(all other endpoints)')], { measures: OUTCOMES.map(({ name }) => name) }),
};
