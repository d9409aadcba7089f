import { SqlType } from './types';

/** A column that an expression can name. */
export interface ScopeColumn {
  readonly name: string;
  readonly type: SqlType;
  /** The table's name or alias. */
  readonly relation?: string;
}

/** The columns that the expressions of a SELECT can name: its own, then those around it. */
export class Scope {
  constructor(readonly columns: readonly ScopeColumn[], private readonly outer?: Scope) {}

  /** The type of a column, by its name with that of its table or without; undefined if there is none. */
  public typeOf(path: readonly string[]): SqlType | undefined {
    const [name, relation] = [...path].reverse();
    const found = this.columns.find((column) => column.name === name && (relation === undefined || column.relation === relation));
    if (found) return found.type;
    // A field of a column of type row.
    if (path.length > 1 && this.columns.some((column) => column.name === path[0])) return 'unknown';
    return this.outer?.typeOf(path);
  }

  /** The same with columns that come before. */
  public with(columns: readonly ScopeColumn[]): Scope {
    return new Scope([...columns, ...this.columns], this.outer);
  }
}

/** A name as the engines compare it. */
export function nameOf(text: string): string {
  return text.replace(/^"(.*)"$/, '$1').replaceAll('""', '"').toLowerCase();
}
