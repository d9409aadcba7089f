import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { draw, top } from '../visuals/draw';

/** More slices than these cannot be told apart. */
const SLICES = 9;

export const REQUESTS_BY_PLAN: Question = {
  id: 'requests-by-plan',
  title: 'Requests by usage plan',
  question: 'Which share of this month\'s requests came with each usage plan?',
  audience: 'API product owner',
  sheet: 'Overview',
  period: MONTH_TO_DATE,
  visual: draw('pie', [top(SLICES, 'slice', 'usage_plan', '(all other plans)')], { measures: ['requests', 'share'] }),
};
