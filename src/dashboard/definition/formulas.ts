import { Formula } from '../../query/measures/measure';

/** Turns what a formula reads into expressions of QuickSight. */
export interface Aggregates {
  /** The merged part of a group: its sum or its maximum. */
  readonly part: (name: string) => string;
  /** The number of different values of a dimension's key. */
  readonly distinct: (dimension: string) => string;
  /** Makes an expression a field of its own, and gives the name of the field. */
  readonly define: (name: string, expression: string) => string;
}

/**
 * A formula in the language of calculated fields.
 * @see https://docs.aws.amazon.com/quicksight/latest/user/calculated-field-reference.html
 */
export function measureExpression(formula: Formula, { part, distinct, define }: Aggregates): string {
  const total = (columns: readonly string[]) => columns.length === 1 ? part(columns[0]) : `(${columns.map(part).join(' + ')})`;
  switch (formula.kind) {
    case 'sum': return total(formula.columns);
    case 'max': return part(formula.column);
    // Times 1.0, because Athena divides whole numbers into whole numbers.
    case 'ratio': return `ifelse(${total(formula.denominator)} = 0, NULL, ${total(formula.numerator)} * 1.0 / ${total(formula.denominator)})`;
    case 'share': return `${total(formula.columns)} * 1.0 / sumOver(${total(formula.columns)}, [])`;
    case 'distinct': return distinct(formula.dimension);
    case 'percentile': {
      const { fraction, buckets } = formula;
      const [count, max] = [part(formula.count), part(formula.max)];
      const rank = define('rank', `${fraction} * ${count}`);
      const bound = define('bound', `ifelse(${buckets.map(({ column, upTo }) => `${part(column)} >= {${rank}}, ${upTo}`).join(', ')}, ${max})`);
      return `ifelse(${count} = 0, NULL, {${bound}} > ${max}, ${max}, {${bound}})`;
    }
  }
}
