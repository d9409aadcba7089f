import { Dimension, Formula, Measure, Part } from './metadata';

/** The metadata of a view as a template has it: what the visuals over the view share. */
export interface WrittenView {
  readonly version: number;
  /** SQL: the day of a row, midnight UTC. */
  readonly day?: string;
  readonly filters: readonly string[];
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly WrittenMeasure[];
  readonly parts: readonly WrittenPart[];
}

interface WrittenMeasure extends Omit<Measure, 'parts' | 'formula'> {
  readonly formula: WrittenFormula;
}

type Percentile = Extract<Formula, { kind: 'percentile' }>;
type WrittenFormula = Exclude<Formula, Percentile> | Omit<Percentile, 'buckets'>;

/** A bucket of a percentile also says which of the values it counts. */
interface WrittenPart extends Omit<Part, 'sql'> {
  /** Absent if the view has the part as a column. */
  readonly sql?: string;
  /** The part that counts all values. */
  readonly countedBy?: string;
  /** The greatest value that the bucket counts. */
  readonly upTo?: number;
}

/** A measure with its parts, and a percentile with its buckets. */
export function readMeasure({ formula: written, ...measure }: WrittenMeasure, parts: readonly WrittenPart[]): Measure {
  const formula = readFormula(written, parts);
  const columns = partsOf(formula);
  return { ...measure, formula, parts: parts.filter(({ column }) => columns.includes(column)).map(readPart) };
}

function readPart({ column, merge, sql = merge === 'sum' ? `CAST(sum(${column}) AS bigint)` : `${merge}(${column})` }: WrittenPart): Part {
  return { column, merge, sql };
}

function readFormula(formula: WrittenFormula, parts: readonly WrittenPart[]): Formula {
  if (formula.kind !== 'percentile') return formula;
  const buckets = parts.filter(({ countedBy }) => countedBy === formula.count).map(({ column, upTo }) => ({ column, upTo: upTo! }));
  return { ...formula, buckets };
}

function partsOf(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'sum':
    case 'share': return formula.columns;
    case 'max':
    case 'min': return [formula.column];
    case 'ratio': return [...formula.numerator, ...formula.denominator];
    case 'distinct': return [];
    case 'percentile': return [formula.count, formula.max, ...formula.buckets.map(({ column }) => column)];
  }
}
