import { Dimension, Measure, Part, Visual } from '../metadata';

/** What a cube of a view must have, so that every visual of the view can be computed from it. */
export interface CubePlan {
  readonly view: string;
  readonly day?: string;
  readonly dimensions: readonly Dimension[];
  readonly conditions: readonly string[];
  readonly parts: readonly PlannedPart[];
}

/** A part, and the SQL of the part that it is never less than. */
export interface PlannedPart extends Part {
  readonly above?: string;
}

export interface Drawn {
  readonly visual: Visual;
  readonly measures: readonly Measure[];
}

/** The identity of a dimension in a cube. Dimensions with the same SQL are the same, even with different names. */
export function dimensionId({ key, label }: Dimension): string {
  return label ? `${key.sql} / ${label.sql}` : key.sql;
}

/** The visuals that a cube serves: those of a view, and of one idea of its day. */
export function cubeId({ source }: Visual): string {
  return JSON.stringify([source.view, source.day]);
}

/** One cube for all visuals of a view; the conditions of each are columns of it. */
export function cubePlan(drawn: readonly Drawn[]): CubePlan {
  const [{ visual: { source: { view, day } } }] = drawn;
  return {
    view,
    day,
    dimensions: [...new Map(drawn.flatMap(({ visual }) => visual.dimensions).map((dimension) => [dimensionId(dimension), dimension])).values()],
    conditions: [...new Set(drawn.flatMap(({ visual }) => visual.where))],
    parts: plannedParts(drawn.flatMap(({ measures }) => measures)),
  };
}

/** Each part once, and after the part that it is above. */
function plannedParts(measures: readonly Measure[]): PlannedPart[] {
  const planned = new Map<string, PlannedPart>();
  for (const { parts, formula } of measures) {
    if (formula.kind !== 'percentile') continue;
    // Each bucket counts what the bucket below it counts, and more; the count of all is the last bucket.
    const chain = [...formula.buckets.map(({ column }) => column), formula.count].map((column) => parts.find((part) => part.column === column)!);
    chain.forEach((part, index) => {
      if (!planned.has(part.sql)) planned.set(part.sql, { ...part, above: chain[index - 1]?.sql });
    });
  }
  for (const part of measures.flatMap(({ parts }) => parts)) {
    if (!planned.has(part.sql)) planned.set(part.sql, part);
  }
  return [...planned.values()];
}
