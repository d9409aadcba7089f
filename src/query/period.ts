import { NOW } from './views/clock';

/** The time that a question is about. */
export interface Period {
  /** The words for it, in a report. */
  readonly title: string;
  /** The start as SQL, from the clock `t`. */
  readonly start: string;
  /** The start as Amazon QuickSight writes it. */
  readonly rollingStart: string;
  /** The most days before the clock that it reaches. */
  readonly days: number;
}

export const MONTH_TO_DATE: Period = { title: 'month to date', start: 'date_trunc(\'month\', t)', rollingStart: 'truncDate(\'MM\', now())', days: 31 };

export function lastDays(days: number): Period {
  return {
    title: `last ${days} days`,
    start: `date_trunc('day', t) - INTERVAL '${days}' DAY`,
    rollingStart: `addDateTime(-${days}, 'DD', truncDate('DD', now()))`,
    days: days + 1,
  };
}

/** How much earlier the period before begins and ends, for a comparison. */
export interface Before {
  /** The words for it. */
  readonly title: string;
  readonly interval: string;
  readonly days: number;
}

/** The same days one month before. */
export const MONTH_BEFORE: Before = { title: 'the same days one month before', interval: 'INTERVAL \'1\' MONTH', days: 31 };

export const WEEK_BEFORE: Before = { title: 'the seven days before', interval: 'INTERVAL \'7\' DAY', days: 7 };

/**
 * The beginning of a statement: the period on one line, which an owner edits to ask about another one. The engine takes it
 * for a constant, so that it lists the folders of the period only.
 */
export function periodLine({ title, start }: Period, before?: Before): string {
  const comparison = before ? `, ${start} - ${before.interval} AS before_start, t - ${before.interval} AS before_end` : '';
  return `-- Period: ${title}, in UTC. To ask about another period, change the next line, for example to TIMESTAMP '2026-10-01 00:00:00' AS period_start.
WITH period AS (SELECT ${start} AS period_start, t AS period_end${comparison} FROM (VALUES (${NOW})) AS clock (t)),`;
}

/** Rows of the period, and where it is compared, of the period before. */
export function inPeriod(time: string, compared = false): string {
  const current = `${time} >= period_start AND ${time} < period_end`;
  return compared ? `(${current} OR ${time} >= before_start AND ${time} < before_end)` : current;
}
