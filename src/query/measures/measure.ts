import { ValueFormat } from '../dimensions';

/**
 * A formula over parts. It is data, so that SQL, the report and the dashboard compute the same number from the same parts,
 * after any filter.
 */
export type Formula =
  | { readonly kind: 'sum'; readonly columns: readonly string[] }
  | { readonly kind: 'max'; readonly column: string }
  /** The numerator's sum over the denominator's; null where that is 0. */
  | { readonly kind: 'ratio'; readonly numerator: readonly string[]; readonly denominator: readonly string[] }
  /** The sum over that of all rows that a visual selects. */
  | { readonly kind: 'share'; readonly columns: readonly string[] }
  /** The number of different keys of a dimension. */
  | { readonly kind: 'distinct'; readonly dimension: string }
  /** From cumulative buckets: the first bound that so many of the values do not exceed. */
  | {
    readonly kind: 'percentile';
    readonly fraction: number;
    readonly count: string;
    readonly max: string;
    readonly buckets: readonly { readonly column: string; readonly upTo: number }[];
  };

/** A number that visuals show: declared once, with its label, unit, format and formula. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly format: ValueFormat;
  readonly unit: string;
  /** Which direction of a change is good news. */
  readonly better: 'lower' | 'higher' | 'neither';
  readonly formula: Formula;
}

/** The parts that a formula reads. */
export function partsOf(formula: Formula): string[] {
  switch (formula.kind) {
    case 'sum':
    case 'share': return [...formula.columns];
    case 'max': return [formula.column];
    case 'ratio': return [...new Set([...formula.numerator, ...formula.denominator])];
    case 'distinct': return [];
    case 'percentile': return [formula.count, formula.max, ...formula.buckets.map(({ column }) => column)];
  }
}
