import { Question } from './question';
import { Filter } from './report-model';
import { dateOf, DayRange, rangeBefore } from '../evaluate/period';
import { Selection } from '../evaluate/selection';

const DAYS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function daysInWords({ first, last }: DayRange): string {
  return DAYS.formatRange(dateOf(first), dateOf(last));
}

/** The period of an answer, and the chosen filters that do not apply to it. */
export function scopeOf(question: Question, selection: Selection, filters: readonly Filter[]): string {
  const { period, visual } = question.data;
  const range = question.range(selection);
  const chosen = question.followsDays && selection.range !== undefined;
  const named = `${period[0].toUpperCase()}${period.slice(1).replaceAll('_', ' ')}`;
  const days = range && daysInWords(range);
  const compared = visual?.kind === 'kpi' && range && `, compared with ${daysInWords(rangeBefore(range))}`;
  const time = `${chosen ? days! : days ? `${named}: ${days}` : named}${compared || ''}.`;
  return [time, ignored(question, selection, filters)].filter((sentence) => sentence !== undefined).join(' ');
}

function ignored(question: Question, { range, keys }: Selection, filters: readonly Filter[]): string | undefined {
  if (!question.followsDays && question.filters.length === 0) return 'The filters do not act on this answer.';
  const idle = [
    ...range && !question.followsDays ? ['dates'] : [],
    ...filters.filter(({ name }) => keys.has(name) && !question.filters.includes(name)).map(({ title }) => title.toLowerCase()),
  ];
  return idle.length > 0 ? `Not filtered by ${idle.join(' and ')}.` : undefined;
}
