import { DimensionRole, Visual } from './visual';
import { Dimension, dimensionOf } from '../dimensions';
import { Measure, partsOf } from '../measures/measure';
import { MEASURES } from '../measures/measures';
import { Part, PARTS } from '../measures/parts';
import { View } from '../views/view';

/** A part as a view provides it: the aggregate over its rows. */
export interface ViewPart {
  readonly column: string;
  readonly sql: string;
  /** The value of one row of the view. */
  readonly row: string;
  readonly merge: Part['merge'];
}

export interface ResolvedMeasure extends Measure {
  readonly parts: readonly ViewPart[];
}

export interface ResolvedRole extends Omit<DimensionRole, 'dimension'> {
  readonly dimension: Dimension;
}

/** A visual with everything that it names, for one pipeline. */
export interface ResolvedVisual extends Omit<Visual, 'view' | 'roles' | 'measures' | 'rankBy'> {
  readonly view: View;
  /** The column of the view that says when the requests of a row were made. */
  readonly time: string;
  readonly day: Dimension;
  readonly roles: readonly ResolvedRole[];
  readonly measures: readonly ResolvedMeasure[];
  readonly rankBy: ResolvedMeasure;
  /** Dimensions whose different values a measure counts. */
  readonly counted: readonly Dimension[];
}

/** What a visual names and the views of a pipeline do not have. With `day`, it names a view without the days of requests. */
export class Missing {
  constructor(public readonly what: 'view' | 'day' | 'dimension' | 'measure', public readonly name: string, public readonly available: readonly string[]) {}
}

/** Finds what a visual names among the views of a pipeline. */
export function resolveVisual(visual: Visual, views: readonly View[]): ResolvedVisual | Missing {
  const view = views.find(({ name }) => name === visual.view);
  if (view === undefined) return new Missing('view', visual.view, views.map(({ name }) => name));
  const day = dimensionOf(view, 'day');
  if (day === undefined) return new Missing('day', visual.view, views.filter((each) => dimensionOf(each, 'day')).map(({ name }) => name));
  const roles: ResolvedRole[] = [];
  for (const role of visual.roles) {
    const dimension = dimensionOf(view, role.dimension);
    if (dimension === undefined) return new Missing('dimension', role.dimension, view.columns.map(({ name }) => name));
    roles.push(resolveRole(role, dimension));
  }
  const measures = new Map<string, ResolvedMeasure>();
  for (const id of [...visual.measures, visual.rankBy]) {
    const measure = resolveMeasure(id, view);
    if (measure === undefined) return new Missing('measure', id, MEASURES.map((candidate) => candidate.id));
    measures.set(id, measure);
  }
  const counted = visual.measures.flatMap((id) => {
    const { formula } = measures.get(id)!;
    return formula.kind === 'distinct' ? [dimensionOf(view, formula.dimension)!] : [];
  });
  return {
    ...visual,
    view,
    time: view.columns.some(({ name }) => name === 'requested_at') ? 'requested_at' : 'request_day',
    day,
    roles,
    measures: visual.measures.map((id) => measures.get(id)!),
    rankBy: measures.get(visual.rankBy)!,
    counted: [...new Map(counted.map((dimension) => [dimension.name, dimension])).values()],
  };
}

/** The name of the rest has no place among numbers, times and flags. All of their values are shown, in their own order. */
function resolveRole({ role, order, limit, rest }: DimensionRole, dimension: Dimension): ResolvedRole {
  return dimension.text || rest === undefined ? { role, order, limit, rest, dimension } : { role, order: 'value', dimension };
}

function resolveMeasure(id: string, view: View): ResolvedMeasure | undefined {
  const measure = MEASURES.find((candidate) => candidate.id === id);
  if (measure === undefined) return undefined;
  if (measure.formula.kind === 'distinct' && !dimensionOf(view, measure.formula.dimension)) return undefined;
  const parts = partsOf(measure.formula).map((name) => viewPart(PARTS.find((part) => part.name === name)!, view));
  return parts.some((part) => part === undefined) ? undefined : { ...measure, parts: parts as ViewPart[] };
}

/** An aggregating view has the part as a column; a view of requests has what the part reads. */
function viewPart({ name, sql, row, merge, reads }: Part, { columns }: View): ViewPart | undefined {
  const has = (column: string) => columns.some((candidate) => candidate.name === column);
  if (has(name)) return { column: name, merge, row: name, sql: merge === 'sum' ? `CAST(sum(${name}) AS bigint)` : `${merge}(${name})` };
  return has('extended_request_id') && reads.every(has) ? { column: name, merge, row, sql } : undefined;
}
