import { Column } from './column';
import { COLUMNS } from './columns';

/** How the columns of a pipeline differ from the default columns. */
export interface ColumnDifference {
  /** Additional columns, which follow the default ones in the given order. */
  readonly extra: readonly Column[];
  /** Names of omitted default columns. */
  readonly omitted: readonly string[];
}

/** The default columns, unchanged. */
export const SAME_COLUMNS: ColumnDifference = { extra: [], omitted: [] };

/** A column that API Gateway logs. */
export type LoggedColumn = Column & { readonly variable: string };

/** The columns of one pipeline, in table order. */
export function columnsOf(difference: ColumnDifference): readonly Column[] {
  return [...COLUMNS.filter((column) => !difference.omitted.includes(column.name)), ...difference.extra];
}

/**
 * The logged columns in log order. Values that callers cannot influence come first, so that no text from a caller precedes
 * them.
 */
export function inLogOrder(columns: readonly Column[]): readonly LoggedColumn[] {
  const logged = columns.filter((column): column is LoggedColumn => column.variable !== undefined);
  return [...logged.filter((column) => !column.fromCaller), ...logged.filter((column) => column.fromCaller)];
}
