import { MONTH_TO_DATE } from '../period';
import { Question } from '../question';
import { ascending, draw } from '../visuals/draw';

export const BUSY_HOURS: Question = {
  id: 'busy-hours',
  title: 'Busy hours',
  question: 'At which hours of which weekdays do requests come this month?',
  audience: 'Operations',
  sheet: 'Requests',
  period: MONTH_TO_DATE,
  visual: draw('heatMap', [ascending('x', 'hour_of_day'), ascending('y', 'weekday')], { view: 'requests' }),
};
