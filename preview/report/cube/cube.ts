import { Numbers, unpacked } from './numbers';

/** What rows are recognised by. */
export type Key = string | number | boolean;

/** The rows of a view, merged by day and by every dimension that a visual or a filter needs: a column for each of these and for each part. */
export interface Cube {
  readonly size: number;
  /** Days since 1970; absent where the view has none. */
  readonly days?: Float64Array;
  readonly dimensions: ReadonlyMap<string, CubeDimension>;
  /** By the SQL of a condition: 1 where a row meets it. */
  readonly conditions: ReadonlyMap<string, Float64Array>;
  /** By the SQL of a part. */
  readonly parts: ReadonlyMap<string, Float64Array>;
}

/** The keys in ascending order. A row's code is the place of its key, or -1. */
export interface CubeDimension {
  readonly codes: Float64Array;
  readonly keys: readonly Key[];
  readonly labels?: readonly (string | null)[];
  /** How new each label is. */
  readonly labelOrders?: readonly (number | null)[];
}

/** A cube as JSON. */
export interface PackedCube {
  readonly size: number;
  readonly days?: Numbers;
  readonly dimensions: readonly (Omit<CubeDimension, 'codes'> & { readonly id: string; readonly codes: Numbers })[];
  readonly conditions: readonly { readonly sql: string; readonly met: Numbers }[];
  readonly parts: readonly PackedPart[];
}

export interface PackedPart {
  readonly sql: string;
  /** The SQL of an earlier part: the numbers are what this part has more. */
  readonly above?: string;
  readonly numbers: Numbers;
}

export function unpackedCube({ size, days, dimensions, conditions, parts }: PackedCube): Cube {
  const values = new Map<string, Float64Array>();
  for (const { sql, above, numbers } of parts) {
    const lower = above === undefined ? undefined : values.get(above)!;
    const column = unpacked(numbers);
    values.set(sql, lower ? column.map((value, index) => value + lower[index]) : column);
  }
  return {
    size,
    days: days && unpacked(days),
    dimensions: new Map(dimensions.map(({ id, codes, ...dimension }) => [id, { ...dimension, codes: unpacked(codes) }])),
    conditions: new Map(conditions.map(({ sql, met }) => [sql, unpacked(met)])),
    parts: values,
  };
}
