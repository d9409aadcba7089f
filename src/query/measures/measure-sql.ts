import { Formula } from './measure';

/** Where the values of a formula are that are not parts of the group. */
export interface FormulaSources {
  /** The SQL of a part's sum over all rows that the visual selects. */
  readonly total: (part: string) => string;
  /** The SQL of the number of different keys of a dimension. */
  readonly distinct: (dimension: string) => string;
}

/** A formula as SQL, over columns that hold the merged parts of one group. */
export function formulaSql(formula: Formula, { total, distinct }: FormulaSources): string {
  switch (formula.kind) {
    case 'sum': return formula.columns.join(' + ');
    case 'max': return formula.column;
    case 'ratio': return `CAST(${formula.numerator.join(' + ')} AS double) / nullif(${formula.denominator.join(' + ')}, 0)`;
    case 'share': return `CAST(${formula.columns.join(' + ')} AS double) / nullif(${formula.columns.map(total).join(' + ')}, 0)`;
    case 'distinct': return distinct(formula.dimension);
    case 'percentile': {
      const { buckets, count, fraction, max } = formula;
      const branches = buckets.map(({ column, upTo }) => `WHEN ${column} >= ${fraction} * ${count} THEN ${upTo}`);
      return `CASE WHEN ${count} > 0 THEN least(${max}, CASE ${branches.join(' ')} ELSE ${max} END) END`;
    }
  }
}
