import { FormatName, FORMATS } from '../storage/formats';

/** The name of the table over the files of a previous format. */
export function previousTableName(tableName: string, format: FormatName): string {
  return `${tableName}_${format}`;
}

/** The names that the table over the files of a previous format can have. */
export function previousTableNames(tableName: string): string[] {
  return (Object.keys(FORMATS) as FormatName[]).map((format) => previousTableName(tableName, format));
}
