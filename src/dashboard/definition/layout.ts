import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { GRID_COLUMNS } from './drawn-visual';

type Element = quicksight.CfnDashboard.GridLayoutElementProperty;

/** Something that takes room on a sheet. */
export interface Placed {
  readonly elementId: string;
  readonly elementType: 'VISUAL' | 'TEXT_BOX';
  readonly columns: number;
  readonly rows: number;
}

/** Places elements from left to right, in rows of the grid. The last element of a row takes the columns that are left. */
export function gridElements(placed: readonly Placed[]): Element[] {
  const elements: Element[] = [];
  let top = 0;
  for (const row of gridRows(placed)) {
    const height = Math.max(...row.map(({ rows }) => rows));
    let left = 0;
    row.forEach(({ elementId, elementType, columns }, index) => {
      const columnSpan = index === row.length - 1 ? GRID_COLUMNS - left : columns;
      elements.push({ elementId, elementType, columnIndex: left, columnSpan, rowIndex: top, rowSpan: height });
      left += columnSpan;
    });
    top += height;
  }
  return elements;
}

function gridRows(placed: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  let left = GRID_COLUMNS;
  for (const each of placed) {
    if (left + each.columns > GRID_COLUMNS) {
      rows.push([]);
      left = 0;
    }
    rows[rows.length - 1].push(each);
    left += each.columns;
  }
  return rows;
}

/** Controls beside each other above a sheet. */
export function controlElements(ids: readonly string[]): Element[] {
  const perRow = 6;
  return ids.map((elementId, index) => ({
    elementId,
    elementType: 'PARAMETER_CONTROL',
    columnIndex: index % perRow * 2,
    columnSpan: 2,
    rowIndex: Math.floor(index / perRow),
    rowSpan: 1,
  }));
}
