import { Action, Comparison, Control, Place, Totals, Visual } from './definition';
import { Format, Value } from './format';
import { RichText } from './rich-text';

/** The data of the page: the sheets with their visuals, and the numbers for the values of the parameters. */
export interface DashboardData {
  readonly name: string;
  /** The end of the data, which is the value of now(). */
  readonly clock: string;
  /** Whether the preview made up the requests. */
  readonly generated: boolean;
  readonly construct: string;
  readonly database: string;
  readonly sheets: readonly SheetData[];
}

export interface SheetData {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly controls: readonly ControlData[];
  readonly elements: readonly ElementData[];
}

export interface ControlData extends Pick<Control, 'id' | 'title' | 'kind'> {
  readonly place?: Place;
  /** The chosen time or texts. Without any, all values are chosen. */
  readonly chosen: readonly string[];
  readonly values: readonly string[];
  /** Why its values are not known. */
  readonly problem?: string;
}

export type ElementData = { readonly place: Place } & ({ readonly visual: VisualData } | { readonly text: RichText });

export interface VisualData extends Pick<Visual, 'kind' | 'id' | 'title' | 'subtitle' | 'targets' | 'stacked' | 'vertical' | 'aggregated'> {
  readonly dimensions: readonly DimensionData[];
  readonly values: readonly FieldData[];
  readonly comparison?: Comparison;
  readonly totals: Totals;
  readonly actions: readonly Pick<Action, 'name' | 'trigger' | 'targetSheet'>[];
  readonly answers: readonly AnswerData[];
  /** Why there is no answer. */
  readonly problem?: string;
}

export interface FieldData {
  readonly label: string;
  readonly format?: Format;
  readonly isNumber: boolean;
  readonly hidden: boolean;
}

export interface DimensionData extends FieldData {
  readonly role: 'category' | 'colour' | 'row' | 'column';
  readonly isTime: boolean;
}

/** The groups of some dimensions, which are given by their places. */
export interface AnswerData {
  readonly dimensions: readonly number[];
  readonly groups: readonly GroupData[];
  /** How many groups there are, if the page has only the first. */
  readonly rows?: number;
}

export interface GroupData {
  /** A key for each dimension. */
  readonly keys: readonly Value[];
  /** The places of the dimensions whose key stands for all others together. */
  readonly rest: readonly number[];
  /** The place of each key in the order of its dimension. */
  readonly places: readonly number[];
  readonly values: readonly Value[];
}
