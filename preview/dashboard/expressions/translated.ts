/** Whether an expression has a value for each row, for each group, or always the same. */
export type Level = 'constant' | 'row' | 'group';

/** An expression in SQL of DuckDB. */
export interface Translated {
  readonly sql: string;
  readonly level: Level;
}
