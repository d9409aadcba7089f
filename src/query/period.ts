import { NOW } from './views/clock';

/** The time that a question is about. */
export interface Period {
  /** The words for it, in a report. */
  readonly title: string;
  /** The start as SQL, from the clock `t`. */
  readonly start: string;
  /** The most days before the clock that it reaches. */
  readonly days: number;
}

export const MONTH_TO_DATE: Period = { title: 'month to date', start: 'date_trunc(\'month\', t)', days: 31 };

export function lastDays(days: number): Period {
  return { title: `last ${days} days`, start: `date_trunc('day', t) - INTERVAL '${days}' DAY`, days: days + 1 };
}

/** What a comparison reaches further back: the same days one month before. */
export const BEFORE_DAYS = 31;

/**
 * The beginning of a statement: the period on one line, which an owner edits to ask about another one. The engine takes it
 * for a constant, so that it lists the folders of the period only.
 */
export function periodLine({ title, start }: Period, before = false): string {
  const comparison = before ? `, ${start} - INTERVAL '1' MONTH AS before_start, t - INTERVAL '1' MONTH AS before_end` : '';
  return `-- Period: ${title}, in UTC. To ask about another period, change the next line, for example to TIMESTAMP '2026-10-01 00:00:00' AS period_start.
WITH period AS (SELECT ${start} AS period_start, t AS period_end${comparison} FROM (VALUES (${NOW})) AS clock (t)),`;
}
