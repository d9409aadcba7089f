import { Formula } from '../metadata';
import { distinctColumn, Merged } from './merged';

/** Products such as 0.95 × 20 are exact in SQL, but not here. */
const TOLERANCE = 1e-9;

/** The value of a formula for a group; null if there is none. `all` are the merged numbers of all rows that the visual selects. */
export function evaluate(formula: Formula, group: Merged, all: Merged): number | null {
  switch (formula.kind) {
    case 'sum': return sum(formula.columns, group);
    case 'max':
    case 'min': return group.get(formula.column) ?? null;
    case 'ratio': return quotient(sum(formula.numerator, group), sum(formula.denominator, group));
    case 'share': return quotient(sum(formula.columns, group), sum(formula.columns, all));
    case 'distinct': return group.get(distinctColumn(formula.dimension)) ?? null;
    case 'percentile': return percentile(formula, group);
  }
}

/** Null if one of them is, as in SQL. */
function sum(columns: readonly string[], group: Merged): number | null {
  return columns.reduce<number | null>((total, column) => {
    const value = group.get(column) ?? null;
    return total === null || value === null ? null : total + value;
  }, 0);
}

function quotient(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

function percentile({ fraction, count, max, buckets }: Extract<Formula, { kind: 'percentile' }>, group: Merged): number | null {
  const counted = group.get(count) ?? null;
  const longest = group.get(max) ?? null;
  if (counted === null || counted === 0) return null;
  const bucket = buckets.find(({ column }) => (group.get(column) ?? 0) >= fraction * counted - TOLERANCE);
  return bucket && longest !== null ? Math.min(bucket.upTo, longest) : longest;
}
