import { Kind, KindValues, KINDS } from '../../schema/kinds';
import { DirectoryModel } from '../model';

/** One column of a table of the directory. */
export interface DirectoryColumn {
  readonly name: string;
  readonly kind: Kind;
  /** One sentence, which is also the comment of the column in Glue. */
  readonly comment: string;
}

/** A table of the directory: its columns, and how its rows follow from the model. */
export interface DirectoryTable<Columns extends readonly DirectoryColumn[] = readonly DirectoryColumn[]> {
  readonly name: string;
  readonly comment: string;
  /** Key of its one object, below the prefix of the directory. The folder of the object is the location of the table. */
  readonly key: string;
  readonly columns: Columns;
  readonly rows: (model: DirectoryModel) => RowOf<Columns>[];
}

/** The type of a row with these columns. */
export type RowOf<Columns extends readonly DirectoryColumn[]> = {
  readonly [C in Columns[number] as C['name']]: KindValues[C['kind']] | null
};

/** A point in time as the value of a column of kind `timestamp`. */
export function timestampOf(date: Date | null): string | null {
  return date && KINDS.timestamp.parse(date.toISOString());
}

/** The folder of a table below the prefix of the directory: the location of the table. */
export function folderOf({ key }: DirectoryTable): string {
  return key.slice(0, key.indexOf('/') + 1);
}
