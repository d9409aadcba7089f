import { Column } from '../catalog/glue-table';

/** Whether the service's OpenX reader can turn a JSON value into a column's type. */
const CONVERTIBLE: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: () => true,
  bigint: isInteger,
  int: isInteger,
  double: (value) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(value)),
  boolean: (value) => typeof value === 'boolean' || value === 'true' || value === 'false',
  timestamp: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,9})?Z?$/.test(value) && !Number.isNaN(Date.parse(value)),
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
};

function isInteger(value: unknown): boolean {
  return typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string' && /^-?\d{1,18}$/.test(value);
}

/** Why a record cannot become rows of a table: [error code, message]; undefined if it can. */
export function conversionError(data: Buffer, columns: readonly Column[]): readonly [string, string] | undefined {
  for (const line of data.toString('utf8').split('\n')) {
    if (line.trim() === '') continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      return ['DataFormatConversion.ParseError', 'The record is no JSON.'];
    }
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return ['DataFormatConversion.MalformedData', 'The record is no JSON object.'];
    for (const { name, type } of columns) {
      const value = (row as Record<string, unknown>)[name] ?? null;
      if (value !== null && !CONVERTIBLE[type](value)) return ['DataFormatConversion.MalformedData', `The value of ${name} is no ${type}.`];
    }
  }
  return undefined;
}
