/** Days since 1970, both of them included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

const DAY_MS = 86_400_000;

export function dayOf(time: number): number {
  return Math.floor(time / DAY_MS);
}

export function dateOf(day: number): Date {
  return new Date(day * DAY_MS);
}

/** Days as 2026-10-31. */
export function isoDay(day: number): string {
  return dateOf(day).toISOString().slice(0, 10);
}

/** The day of a text; undefined if the text is not a day. */
export function parseDay(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? undefined : dayOf(time);
}

/** The days of a question's own period, which ends with the clock. Undefined if the period has no known days. */
export function ownRange(period: string, clock: Date): DayRange | undefined {
  // The clock is the first instant after the data: at midnight the last day is the one before.
  const last = dayOf(clock.getTime() - 1);
  if (/^month.to.date$/.test(period)) return { first: dayOf(Date.UTC(clock.getUTCFullYear(), clock.getUTCMonth(), 1)), last };
  const days = /^last (\d+) days$/.exec(period);
  return days ? { first: dayOf(clock.getTime()) - Number(days[1]), last } : undefined;
}

/** The period to compare with: the same days one month before, or the preceding days if these would overlap. */
export function rangeBefore({ first, last }: DayRange): DayRange {
  const before = { first: monthBefore(first), last: monthBefore(last) };
  return before.last < first ? before : { first: first - (last - first + 1), last: first - 1 };
}

/** One month earlier, as in SQL: the 31st becomes the last day of a shorter month. */
function monthBefore(day: number): number {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1, Math.min(date.getUTCDate(), length)));
}
