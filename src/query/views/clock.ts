/**
 * The clock, in UTC. It is the only spelling of the present in the library's SQL: the engine folds it to a constant before
 * it lists partitions, and the preview replaces it by the end of its data.
 */
export const NOW = 'CAST(current_timestamp AT TIME ZONE \'UTC\' AS timestamp(3))';

/** How far back "first", "last", "never", "new" and "unused" look, in days. */
export const LOOK_BACK_DAYS = 90;

/** An instant so many days before the clock, at midnight UTC. */
export function daysAgo(days: number): string {
  return `date_trunc('day', ${NOW}) - INTERVAL '${days}' DAY`;
}
