import { FORMAT_FOLDERS, FormatName } from '../storage/record-format';

/** The name of the table over the files of a previous format. */
export function previousTableName(tableName: string, format: FormatName): string {
  return `${tableName}_${format}`;
}

/** The names that the table over the files of a previous format can have. */
export function previousTableNames(tableName: string): string[] {
  return (Object.keys(FORMAT_FOLDERS) as FormatName[]).map((format) => previousTableName(tableName, format));
}
