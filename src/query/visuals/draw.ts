import { DimensionRole, Role, Visual, VisualKind } from './visual';

/** What every visual can have. */
export interface DrawOptions {
  readonly view?: string;
  readonly measures?: readonly string[];
  readonly rankBy?: string;
  readonly where?: readonly string[];
}

/** A visual with the defaults: requests, counted in the daily view. */
export function draw(kind: VisualKind, roles: readonly DimensionRole[], options: DrawOptions): Visual {
  const { view = 'usage_daily', measures = ['requests'], rankBy = 'requests', where = [] } = options;
  return { kind, view, roles, measures, rankBy, where };
}

/** A role that shows the greatest values, and the rest together if the rest has a name. */
export function top(limit: number, role: Role, dimension: string, rest?: string): DimensionRole {
  return { role, dimension, order: 'measure', limit, rest };
}

/** A role that shows every value, in ascending order. */
export function ascending(role: Role, dimension: string): DimensionRole {
  return { role, dimension, order: 'value' };
}

/** Rows of requests whose customer is known. */
export const OF_CUSTOMERS = 'customer_id IS NOT NULL';
