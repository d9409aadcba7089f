import { Sheet } from '../../query/question';

/** The id of a sheet, such as `plans-and-quota`. */
export function sheetId(sheet: Sheet): string {
  return sheet.toLowerCase().replaceAll(' ', '-');
}
