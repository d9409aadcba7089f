import { bucketColumn, LATENCY_BOUNDS_MS } from './latency-buckets';
import { Measure } from './measure';
import { outcomeColumn, statusClassColumn } from './parts';
import { OUTCOMES } from '../views/derived-columns';

const BUCKETS = LATENCY_BOUNDS_MS.map((upTo) => ({ column: bucketColumn(upTo), upTo }));

function percentile(percent: 50 | 95 | 99): Measure {
  return {
    id: `latency_p${percent}`,
    label: `Latency p${percent}`,
    format: 'milliseconds',
    unit: 'ms',
    better: 'lower',
    formula: { kind: 'percentile', fraction: percent / 100, count: 'latency_count', max: 'latency_max_ms', buckets: BUCKETS },
  };
}

function rate(id: string, label: string, ...numerator: string[]): Measure {
  return { id, label, format: 'percent', unit: '%', better: 'lower', formula: { kind: 'ratio', numerator, denominator: ['requests'] } };
}

/** Every measure. To add one, add it here: SQL, report and dashboard follow. */
export const MEASURES: readonly Measure[] = [
  { id: 'requests', label: 'Requests', format: 'count', unit: 'requests', better: 'higher', formula: { kind: 'sum', columns: ['requests'] } },
  { id: 'share', label: 'Share of requests', format: 'percent', unit: '%', better: 'neither', formula: { kind: 'share', columns: ['requests'] } },
  { id: 'customers', label: 'Active customers', format: 'count', unit: 'customers', better: 'higher', formula: { kind: 'distinct', dimension: 'customer' } },
  { id: 'errors', label: 'Errors', format: 'count', unit: 'requests', better: 'lower', formula: { kind: 'sum', columns: [statusClassColumn('4xx'), statusClassColumn('5xx')] } },
  rate('error_rate', 'Error rate', statusClassColumn('4xx'), statusClassColumn('5xx')),
  rate('client_error_rate', 'Client error rate (4xx)', statusClassColumn('4xx')),
  rate('server_error_rate', 'Server error rate (5xx)', statusClassColumn('5xx')),
  { id: 'rejected', label: 'Throttled or over quota', format: 'count', unit: 'requests', better: 'lower', formula: { kind: 'sum', columns: [outcomeColumn('throttled'), outcomeColumn('quota_exceeded')] } },
  ...OUTCOMES.map<Measure>(({ name, title }) => ({
    id: name,
    label: title,
    format: 'count',
    unit: 'requests',
    better: name === 'ok' ? 'higher' : 'lower',
    formula: { kind: 'sum', columns: [outcomeColumn(name)] },
  })),
  { id: 'response_bytes', label: 'Bytes sent', format: 'bytes', unit: 'bytes', better: 'neither', formula: { kind: 'sum', columns: ['response_bytes'] } },
  { id: 'latency_mean', label: 'Mean latency', format: 'milliseconds', unit: 'ms', better: 'lower', formula: { kind: 'ratio', numerator: ['latency_sum_ms'], denominator: ['latency_count'] } },
  percentile(50),
  percentile(95),
  percentile(99),
  { id: 'latency_max', label: 'Longest latency', format: 'milliseconds', unit: 'ms', better: 'lower', formula: { kind: 'max', column: 'latency_max_ms' } },
  { id: 'backend_latency_mean', label: 'Mean backend latency', format: 'milliseconds', unit: 'ms', better: 'lower', formula: { kind: 'ratio', numerator: ['backend_latency_sum_ms'], denominator: ['backend_latency_count'] } },
];
