import { Column } from './column';
import { COLUMNS } from './columns';

/** What a pipeline's columns differ in from ours. */
export interface ColumnDifference {
  /** The owner's own columns, after ours, in the order given. */
  readonly extra: readonly Column[];
  /** Names of ours that are left out. */
  readonly omitted: readonly string[];
}

/** No difference: the columns as they are in the table of columns. */
export const SAME_COLUMNS: ColumnDifference = { extra: [], omitted: [] };

/** A column that API Gateway logs. */
export type LoggedColumn = Column & { readonly variable: string };

/** The columns of one pipeline, in the table's order. */
export function columnsOf(difference: ColumnDifference): readonly Column[] {
  return [...COLUMNS.filter((column) => !difference.omitted.includes(column.name)), ...difference.extra];
}

/**
 * The columns that are logged, in the order of the log: what no caller can influence stands first, so that nothing a
 * caller writes comes before it.
 */
export function inLogOrder(columns: readonly Column[]): readonly LoggedColumn[] {
  const logged = columns.filter((column): column is LoggedColumn => column.variable !== undefined);
  return [...logged.filter((column) => !column.fromCaller), ...logged.filter((column) => column.fromCaller)];
}
