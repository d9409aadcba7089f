import { Kind, KindValues, KINDS } from '../../schema/kinds';
import { DirectoryModel } from '../model';

/** One column of a table of the directory. */
export interface DirectoryColumn {
  readonly name: string;
  readonly kind: Kind;
  /** One sentence: it is the comment in Glue. */
  readonly comment: string;
}

/** A table of the directory: what it is, and how its rows follow from the model. */
export interface DirectoryTable<Columns extends readonly DirectoryColumn[] = readonly DirectoryColumn[]> {
  readonly name: string;
  readonly comment: string;
  /** Key of its one object, below the directory's prefix; the folder is the table's location. */
  readonly key: string;
  readonly columns: Columns;
  readonly rows: (model: DirectoryModel) => RowOf<Columns>[];
}

/** A row as its columns describe it. */
export type RowOf<Columns extends readonly DirectoryColumn[]> = {
  readonly [C in Columns[number] as C['name']]: KindValues[C['kind']] | null
};

/** An instant as a column of kind `timestamp` holds it. */
export function timestampOf(date: Date | null): string | null {
  return date && KINDS.timestamp.parse(date.toISOString());
}
