import { inPeriod } from '../period';
import { withinPartitions } from '../views/partition-bounds';

/** FROM and WHERE of rows of a view in the period, and with `compared` also in the period before. */
export function rowsInPeriod(view: 'usage_daily' | 'requests', conditions: readonly string[] = [], compared = false): string {
  const time = view === 'requests' ? 'requested_at' : 'request_day';
  return `FROM "${view}" CROSS JOIN period
  WHERE ${[inPeriod(time, compared), withinPartitions(compared ? 'before_start' : 'period_start', 'period_end'), ...conditions].join('\n  AND ')}`;
}

/** A part added up over the rows of the period, or of the period before it. */
export function summed(part: string, when: 'current' | 'before'): string {
  return `CAST(coalesce(sum(${part}) FILTER (WHERE request_day ${when === 'current' ? '>=' : '<'} period_start), 0) AS bigint)`;
}

/** A quotient, null where there is nothing to divide by. */
export function quotient(dividend: string, divisor: string): string {
  return `CAST(${dividend} AS double) / nullif(${divisor}, 0)`;
}
