import { ValueFormat } from '../../query/dimensions';
import { Kind } from '../../schema/kinds';

/** The types of columns in QuickSight that the library uses. */
export type ColumnType = 'STRING' | 'INTEGER' | 'DECIMAL' | 'DATETIME' | 'BOOLEAN';

/** A column of a data set, by the name that people read. */
export interface DataSetColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** The type of each kind of column. */
export const TYPE_OF_KIND: Readonly<Record<Kind, ColumnType>> = {
  text: 'STRING', integer: 'INTEGER', number: 'DECIMAL', flag: 'BOOLEAN', timestamp: 'DATETIME',
};

/** The type of the values that are shown in a format. */
export const TYPE_OF_FORMAT: Readonly<Record<ValueFormat, ColumnType>> = {
  text: 'STRING',
  code: 'STRING',
  id: 'STRING',
  count: 'INTEGER',
  bytes: 'INTEGER',
  number: 'DECIMAL',
  percent: 'DECIMAL',
  milliseconds: 'DECIMAL',
  day: 'DATETIME',
  timestamp: 'DATETIME',
  flag: 'BOOLEAN',
};

/** Athena's type for a column of a data set. */
export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  STRING: 'varchar', INTEGER: 'bigint', DECIMAL: 'double', DATETIME: 'timestamp(3)', BOOLEAN: 'boolean',
};
