/**
 * What a template says of a named query in metadata of version 1: its question, the columns of its answer, and its visual over a view.
 * The report and the page's script have no other knowledge of the questions.
 */
export interface Metadata {
  readonly version: 1;
  readonly question: QuestionText;
  /** The period in words: `month to date`, `last 90 days`. */
  readonly period: string;
  /** The most days before the clock that the statement reads. */
  readonly days: number;
  readonly answer: readonly AnswerColumn[];
  /** Absent if the answer is a table. */
  readonly visual?: Visual;
  readonly measures?: readonly Measure[];
}

export interface QuestionText {
  /** In lower case with hyphens. */
  readonly id: string;
  readonly title: string;
  /** The question in words. */
  readonly question: string;
  readonly audience?: string;
  readonly sheet: string;
  /** What a reader must know to interpret the answer. */
  readonly note?: string;
}

export type Format = 'text' | 'code' | 'id' | 'count' | 'number' | 'percent' | 'milliseconds' | 'bytes' | 'day' | 'timestamp' | 'flag';

export interface AnswerColumn {
  readonly name: string;
  readonly label: string;
  readonly format: Format;
}

export interface Visual {
  readonly kind: 'kpi' | 'pie' | 'bar' | 'line' | 'pivot' | 'table' | 'heatMap';
  readonly source: {
    readonly view: string;
    /** SQL: the day of a row, midnight UTC. */
    readonly day?: string;
    /** Names of the dimensions that the page's filters act on. */
    readonly filters: readonly string[];
  };
  readonly dimensions: readonly Dimension[];
  readonly roles: readonly Role[];
  /** Ids of measures. */
  readonly measures: readonly string[];
  /** The id of the measure that orders and limits. */
  readonly rankBy: string;
  /** Conditions on the rows of the view, in SQL. */
  readonly where: readonly string[];
}

export interface NamedSql {
  readonly column: string;
  readonly sql: string;
}

/** A dimension to group rows by. The key identifies a group, and the label is shown. */
export interface Dimension {
  readonly name: string;
  readonly title: string;
  readonly key: NamedSql;
  readonly label?: NamedSql;
  /** If a key has two labels, the label with the greater value is shown. */
  readonly labelOrder?: NamedSql;
  /** The text for a missing key. */
  readonly none: string;
  readonly format: Format;
}

export type RoleName = 'slice' | 'bar' | 'colour' | 'x' | 'y' | 'group' | 'row' | 'column' | 'choice';

export interface Role {
  readonly role: RoleName;
  readonly dimension: string;
  /** By the measure `rankBy`, in descending order, or by the value. */
  readonly order: 'measure' | 'value';
  readonly limit?: number;
  /** The name of the values beyond the limit together; absent if they are left out. */
  readonly rest?: string;
}

export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly format: Format;
  readonly unit: string;
  readonly better: 'lower' | 'higher' | 'neither';
  readonly parts: readonly Part[];
  readonly formula: Formula;
}

/** A number that can be merged: an aggregate over the rows of the view. */
export interface Part extends NamedSql {
  readonly merge: 'sum' | 'max' | 'min';
}

export type Formula =
  | { readonly kind: 'sum'; readonly columns: readonly string[] }
  | { readonly kind: 'max' | 'min'; readonly column: string }
  | { readonly kind: 'ratio'; readonly numerator: readonly string[]; readonly denominator: readonly string[] }
  | { readonly kind: 'share'; readonly columns: readonly string[] }
  | { readonly kind: 'distinct'; readonly dimension: string }
  | {
    readonly kind: 'percentile';
    readonly fraction: number;
    readonly count: string;
    readonly max: string;
    /** Cumulative counts, the lowest bound first. */
    readonly buckets: readonly { readonly column: string; readonly upTo: number }[];
  };

/** The dimension that plays a role in a visual. */
export function dimensionOf({ roles, dimensions }: Visual, name: RoleName): Dimension | undefined {
  const found = roles.find(({ role }) => role === name);
  return found && dimensions.find((dimension) => dimension.name === found.dimension);
}
