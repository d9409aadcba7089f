import { Column } from '../../schema/column';
import { Kind } from '../../schema/kinds';

/** A column of a view. */
export interface ViewColumn {
  readonly name: string;
  readonly kind: Kind;
  /** One sentence: the comment in Glue and the description in docs/views.md. */
  readonly comment: string;
}

/** A view of the pipeline's database: Glue, Athena, the preview and the documentation follow from it. */
export interface View {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly ViewColumn[];
  /** In the dialect that Athena and the preview share. Tables and views are named without their database. */
  readonly sql: string;
}

/** The settings of a pipeline that its views depend on. */
export interface ViewSources {
  /** The columns of the tables of requests, in table order. */
  readonly columns: readonly Column[];
  /** The names of the tables of requests: of the current format and, where it is declared, of the previous one. */
  readonly requestTables: readonly string[];
  /** The longest time that Firehose buffers rows, in seconds. */
  readonly bufferingSeconds: number;
}

/** A column of a view with the SQL that computes it, and the columns of requests without which it cannot exist. */
export interface ComputedColumn extends ViewColumn {
  readonly sql: string;
  readonly reads?: readonly string[];
}

/** The columns that can be computed from the columns that a pipeline has. */
export function computable<C extends ComputedColumn>(columns: readonly C[], present: readonly { readonly name: string }[]): C[] {
  const names = new Set(present.map(({ name }) => name));
  return columns.filter(({ reads = [] }) => reads.every((name) => names.has(name)));
}

/** The list of a SELECT. */
export function selectList(columns: readonly ComputedColumn[]): string {
  return columns.map(({ name, sql }) => sql === name ? `  ${name}` : `  ${sql} AS ${name}`).join(',\n');
}

/** The columns of a view without their SQL. */
export function declared(columns: readonly ComputedColumn[]): ViewColumn[] {
  return columns.map(({ name, kind, comment }) => ({ name, kind, comment }));
}
