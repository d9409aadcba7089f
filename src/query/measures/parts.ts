import { bucketColumn, LATENCY_BOUNDS_MS } from './latency-buckets';
import { Kind } from '../../schema/kinds';
import { OUTCOMES, STATUS_CLASSES } from '../views/derived-columns';

/**
 * A mergeable number: groups of rows can be merged by adding it up or taking its maximum. Measures are formulas over parts,
 * so that a reader can filter and merge first and compute afterwards.
 */
export interface Part {
  readonly name: string;
  readonly kind: Extract<Kind, 'integer' | 'timestamp'>;
  readonly comment: string;
  /** The aggregate over rows of requests. */
  readonly sql: string;
  /** The value of one request, from which `merge` makes the same. */
  readonly row: string;
  readonly merge: 'sum' | 'max' | 'min';
  /** The columns of requests that it reads. */
  readonly reads: readonly string[];
}

function sum(name: string, comment: string, column: string): Part {
  return { name, kind: 'integer', comment, sql: `CAST(coalesce(sum(${column}), 0) AS bigint)`, row: column, merge: 'sum', reads: [column] };
}

function count(name: string, comment: string, condition: string, ...reads: string[]): Part {
  return { name, kind: 'integer', comment, sql: `count(*) FILTER (WHERE ${condition})`, row: `if(${condition}, 1, 0)`, merge: 'sum', reads };
}

function extreme(name: string, comment: string, merge: 'min' | 'max', column: string, kind: Part['kind']): Part {
  return { name, kind, comment, sql: `${merge}(${column})`, row: column, merge, reads: [column] };
}

/** Every part, in the order of the columns of `usage_daily`. */
export const PARTS: readonly Part[] = [
  { name: 'requests', kind: 'integer', comment: 'Requests.', sql: 'count(*)', row: '1', merge: 'sum', reads: [] },
  ...[...OUTCOMES].reverse().map(({ name, title }) => count(outcomeColumn(name), `Requests with the outcome ${title.toLowerCase()}.`, `outcome = '${name}'`, 'outcome')),
  ...STATUS_CLASSES.map((name) => count(statusClassColumn(name), `Requests with a status ${name}.`, `status_class = '${name}'`, 'status_class')),
  sum('response_bytes', 'Bytes of the responses.', 'response_length_bytes'),
  sum('latency_sum_ms', 'Sum of the response latencies, in milliseconds.', 'response_latency_ms'),
  count('latency_count', 'Requests with a response latency.', 'response_latency_ms IS NOT NULL', 'response_latency_ms'),
  extreme('latency_max_ms', 'Longest response latency, in milliseconds.', 'max', 'response_latency_ms', 'integer'),
  ...LATENCY_BOUNDS_MS.map((bound) =>
    count(bucketColumn(bound), `Requests with a response latency of at most ${bound} ms.`, `response_latency_ms <= ${bound}`, 'response_latency_ms')),
  sum('backend_latency_sum_ms', 'Sum of the backend latencies, in milliseconds.', 'integration_latency_ms'),
  count('backend_latency_count', 'Requests with a backend latency.', 'integration_latency_ms IS NOT NULL', 'integration_latency_ms'),
  extreme('first_requested_at', 'When the first of the requests was received, UTC.', 'min', 'requested_at', 'timestamp'),
  extreme('last_requested_at', 'When the last of the requests was received, UTC.', 'max', 'requested_at', 'timestamp'),
];

/** The column that counts requests with an outcome. */
export function outcomeColumn(outcome: typeof OUTCOMES[number]['name']): string {
  return `outcome_${outcome}`;
}

/** The column that counts requests with a status of a class. */
export function statusClassColumn(statusClass: typeof STATUS_CLASSES[number]): string {
  return `status_${statusClass}`;
}
