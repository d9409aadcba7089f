import { Format } from './format';
import { RichText } from './rich-text';

/** What the preview reads from the definition of a QuickSight dashboard. */
export interface Definition {
  readonly name: string;
  /** The data sets by their identifiers. */
  readonly dataSets: ReadonlyMap<string, DataSet>;
  readonly weekStart: WeekDay;
  readonly calculatedFields: readonly CalculatedField[];
  readonly parameters: readonly Parameter[];
  readonly filterGroups: readonly FilterGroup[];
  readonly sheets: readonly Sheet[];
}

export const WEEK_DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
export type WeekDay = typeof WEEK_DAYS[number];

export interface DataSet {
  readonly name: string;
  /** For Athena. */
  readonly sql: string;
  readonly columns: readonly DataSetColumn[];
}

export const COLUMN_TYPES = ['STRING', 'INTEGER', 'DECIMAL', 'DATETIME', 'BOOLEAN'] as const;

export interface DataSetColumn {
  readonly name: string;
  readonly type: typeof COLUMN_TYPES[number];
}

export interface CalculatedField {
  readonly dataSet: string;
  readonly name: string;
  readonly expression: string;
  /** Where it is in the definition. */
  readonly path: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: 'text' | 'time';
  readonly several: boolean;
  readonly granularity: Granularity;
  /** The default values. Without any, and without an expression, all values are chosen. */
  readonly values: readonly string[];
  readonly expression?: string;
  readonly path: string;
}

export const GRANULARITIES = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE', 'SECOND', 'MILLISECOND'] as const;
export type Granularity = typeof GRANULARITIES[number];

export const NULL_OPTIONS = ['ALL_VALUES', 'NULLS_ONLY', 'NON_NULLS_ONLY'] as const;
export type NullOption = typeof NULL_OPTIONS[number];

/** Filters, and the visuals that they act on. */
export interface FilterGroup {
  readonly filters: readonly Filter[];
  /** The visuals by sheet. Undefined means every visual of the sheet. */
  readonly sheets: ReadonlyMap<string, ReadonlySet<string> | undefined>;
}

export type Filter = TimeRangeFilter | CategoryFilter;

export interface Column {
  readonly dataSet: string;
  readonly name: string;
  readonly path: string;
}

export interface TimeRangeFilter {
  readonly kind: 'timeRange';
  readonly column: Column;
  readonly nulls: NullOption;
  readonly granularity: Granularity;
  readonly minimum?: Bound;
  readonly maximum?: Bound;
}

export interface Bound {
  readonly included: boolean;
  readonly value: { readonly parameter: string } | { readonly expression: string };
  readonly path: string;
}

export interface CategoryFilter {
  readonly kind: 'category';
  readonly column: Column;
  readonly nulls: NullOption;
  readonly excludes: boolean;
  /** Undefined means every value. */
  readonly values?: readonly string[] | { readonly parameter: string };
  readonly path: string;
}

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly controls: readonly PlacedControl[];
  readonly elements: readonly Element[];
}

/** A place in the grid. Columns and rows count from 0. */
export interface Place {
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

export type Element = { readonly place: Place } & ({ readonly visual: Visual } | { readonly text: RichText });

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly parameter: string;
  readonly kind: 'date' | 'one' | 'several';
  /** The values to choose from, or the column that has them. */
  readonly values?: readonly string[] | Column;
  readonly path: string;
}

export interface PlacedControl extends Control {
  readonly place?: Place;
}

/** What is drawn: fields of one data set, and the roles that they play. */
export interface Visual {
  readonly kind: 'kpi' | 'pie' | 'bar' | 'line' | 'pivot' | 'table' | 'heatMap';
  readonly id: string;
  readonly title?: RichText;
  readonly subtitle?: RichText;
  /** Dimensions in the order of their nesting. */
  readonly dimensions: readonly PlacedDimension[];
  /** Measures, or the columns of rows that are not aggregated. */
  readonly values: readonly Field[];
  /** The number of targets. They are the last of the values, and the first value is compared with them. */
  readonly targets: number;
  readonly comparison?: Comparison;
  readonly aggregated: boolean;
  /** The sort of the rows of a table. */
  readonly rowSort: readonly Sort[];
  readonly stacked: boolean;
  readonly vertical: boolean;
  readonly totals: Totals;
  readonly actions: readonly Action[];
  readonly path: string;
}

export interface Totals {
  readonly rows: boolean;
  readonly columns: boolean;
}

export interface Comparison {
  readonly method: 'DIFFERENCE' | 'PERCENT_DIFFERENCE' | 'PERCENT';
  readonly format?: Format;
}

export interface PlacedDimension {
  readonly role: 'category' | 'colour' | 'row' | 'column';
  readonly field: Field;
  readonly sort?: Sort;
  readonly limit?: Limit;
}

export interface Sort {
  /** The id of a field of the visual, or a column that the visual does not show. */
  readonly by: string | AggregatedColumn;
  readonly descending: boolean;
  readonly path: string;
}

export interface AggregatedColumn {
  readonly column: Column;
  readonly aggregation?: Aggregation;
}

export interface Limit {
  readonly items: number;
  /** Whether all others are shown together. */
  readonly others: boolean;
}

export const AGGREGATIONS = ['SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT', 'DISTINCT_COUNT'] as const;
export type Aggregation = typeof AGGREGATIONS[number];

export interface Field extends AggregatedColumn {
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'time' | 'number' | 'any';
  readonly granularity?: Granularity;
  readonly format?: Format;
  readonly hidden: boolean;
}

/** What a click does. It can open a sheet and set parameters. */
export interface Action {
  readonly name: string;
  readonly trigger: 'DATA_POINT_CLICK' | 'DATA_POINT_MENU';
  readonly targetSheet?: string;
  readonly parameters: readonly { readonly name: string; readonly fieldId?: string }[];
  readonly path: string;
}
