import { Cube } from '../cube/cube';
import { dimensionId } from '../cube/cube-plan';
import { Dimension, Measure, Part } from '../metadata';

/** A part, or the codes of a dimension to count, of every row. */
interface Column {
  readonly values: Float64Array;
  readonly merge: Part['merge'] | 'distinct';
}

/** The columns of a cube that measures are computed from, by the name that formulas give them. */
export class Merging {
  public readonly columns: ReadonlyMap<string, Column>;

  constructor(cube: Cube, measures: readonly Measure[], dimensions: readonly Dimension[]) {
    const columns = new Map<string, Column>();
    for (const { parts, formula } of measures) {
      for (const { column, sql, merge } of parts) columns.set(column, { values: cube.parts.get(sql)!, merge });
      if (formula.kind === 'distinct') {
        const dimension = dimensions.find(({ name }) => name === formula.dimension)!;
        columns.set(distinctColumn(formula.dimension), { values: cube.dimensions.get(dimensionId(dimension))!.codes, merge: 'distinct' });
      }
    }
    this.columns = columns;
  }

  public merge(rows: readonly number[]): Merged {
    if (rows.length === 0) return new Map();
    return new Map([...this.columns].map(([name, column]) => [name, merged(column, rows)]));
  }
}

/** The merged numbers of a group by the names of their columns; empty if the group has no row. */
export type Merged = ReadonlyMap<string, number | null>;

/** A part and a dimension may have the same name. */
export function distinctColumn(dimension: string): string {
  return `different ${dimension}`;
}

function merged({ values, merge }: Column, rows: readonly number[]): number | null {
  if (merge === 'distinct') return new Set(rows.map((row) => values[row]).filter((code) => code >= 0)).size;
  let result = NaN;
  for (const row of rows) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(result)) result = value;
    else result = merge === 'sum' ? result + value : merge === 'max' ? Math.max(result, value) : Math.min(result, value);
  }
  return Number.isNaN(result) ? null : result;
}
