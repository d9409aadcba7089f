/** What a visual can be. */
export type VisualKind = 'kpi' | 'pie' | 'bar' | 'line' | 'pivot' | 'table' | 'heatMap';

/** The part that a dimension plays in a visual. `row` nests within `group`, and `bar` within `choice`. */
export type Role = 'slice' | 'bar' | 'colour' | 'x' | 'y' | 'group' | 'row' | 'column' | 'choice';

export interface DimensionRole {
  readonly role: Role;
  readonly dimension: string;
  /** By the measure that ranks, the greatest first, or by the value. */
  readonly order: 'measure' | 'value';
  /** The most values that are shown. */
  readonly limit?: number;
  /** The name of all other values together; absent: they are left out. */
  readonly rest?: string;
}

/** What to draw from which view. SQL, report and dashboard follow. */
export interface Visual {
  readonly kind: VisualKind;
  readonly view: string;
  readonly roles: readonly DimensionRole[];
  /** Ids of measures. */
  readonly measures: readonly string[];
  /** The measure that orders and limits. It must be additive. */
  readonly rankBy: string;
  /** Conditions on the rows of the view. */
  readonly where: readonly string[];
}

/** The role that a role nests in. */
export function parentRole(role: Role): Role | undefined {
  return role === 'row' ? 'group' : role === 'bar' ? 'choice' : undefined;
}
