import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { DataSet } from '../data-sets/data-set';

/** The width of the grid of a sheet, in columns. */
export const GRID_COLUMNS = 36;

/** What QuickSight draws, and how much of the grid it takes at least. */
export interface DrawnVisual {
  readonly visualId: string;
  readonly dataSet: DataSet;
  readonly visual: quicksight.CfnDashboard.VisualProperty;
  readonly columns: number;
  readonly rows: number;
  /** The start of a period of its own, as a rolling date; absent: the date controls choose. */
  readonly since?: string;
  /** The column of the conditions on its rows; absent: all rows. */
  readonly condition?: string;
  /** Whether the rows are single ones of a period, or an answer that has its period in its statement. */
  readonly selectable: boolean;
}

/** The title of a visual. */
export function titled(text: string): quicksight.CfnDashboard.VisualTitleLabelOptionsProperty {
  return { formatText: { plainText: text } };
}

/** What is below the title. */
export function subtitled(text: string): quicksight.CfnDashboard.VisualSubtitleLabelOptionsProperty {
  return { formatText: { plainText: text } };
}

/** A list of a definition: CloudFormation has it only if there is something in it. */
export function listed<Item>(items: readonly Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : [...items];
}
