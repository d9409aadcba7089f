import { Row } from './parquet/parquet-file';
import { Instant, Value } from './parquet/types';
import { Column } from '../catalog/glue-table';

const DAY = 86_400_000;

/** The day of the Julian calendar that begins at noon of the first of January 1970. */
const JULIAN_1970 = 2_440_588;

/** What the service's OpenX reader makes of a JSON value, by the type of its column; undefined where it can make nothing. */
const CONVERSIONS: Readonly<Record<string, (value: unknown) => Value | undefined>> = {
  string: (value) => typeof value === 'string' ? value : JSON.stringify(value),
  bigint: (value) => integer(value, 2n ** 63n),
  int: (value) => integer(value, 2n ** 31n),
  double: (value) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(value)) ? Number(value) : undefined,
  boolean: (value) => value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
  timestamp: instant,
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? epochDay(value) : undefined,
};

/** Up to a limit, which only a negative number may reach. */
function integer(value: unknown, limit: bigint): number | bigint | undefined {
  if (typeof value === 'number' ? !Number.isInteger(value) : typeof value !== 'string' || !/^-?\d{1,18}$/.test(value)) return undefined;
  const number = Number(value);
  if (Number.isSafeInteger(number) && limit > Math.abs(number)) return number;
  const exact = BigInt(value as string | number);
  return exact >= -limit && exact < limit ? exact : undefined;
}

function instant(value: unknown): Instant | undefined {
  const match = typeof value === 'string' && /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z?$/.exec(value);
  if (!match) return undefined;
  const [, date, time, fraction = ''] = match;
  const day = epochDay(date);
  const milliseconds = Date.parse(`1970-01-01T${time}Z`);
  if (day === undefined || Number.isNaN(milliseconds)) return undefined;
  return { day: day + JULIAN_1970, nanoseconds: milliseconds * 1e6 + Number(fraction.padEnd(9, '0')) };
}

/** Days since 1970. */
function epochDay(date: string): number | undefined {
  const time = Date.parse(date);
  // JavaScript takes the 30th of February for the second of March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : time / DAY;
}

/** Why a record cannot become rows of a table: the service's code and message. */
export class ConversionError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

/** The rows of a record; a ConversionError if it cannot become rows of a table with these columns. */
export function rowsOf(data: Buffer, columns: readonly Column[]): Row[] {
  return data.toString('utf8').split('\n').filter((line) => line.trim() !== '').map((line) => {
    const object = parse(line);
    return columns.map(({ name, type }) => {
      const value = object[name] ?? null;
      if (value === null) return null;
      const converted = CONVERSIONS[type](value);
      if (converted === undefined) throw new ConversionError('DataFormatConversion.MalformedData', `The value of ${name} is no ${type}.`);
      return converted;
    });
  });
}

function parse(line: string): Readonly<Record<string, unknown>> {
  let object: unknown;
  try {
    object = JSON.parse(line);
  } catch {
    throw new ConversionError('DataFormatConversion.ParseError', 'The record is no JSON.');
  }
  if (typeof object === 'object' && object !== null && !Array.isArray(object)) return object as Record<string, unknown>;
  throw new ConversionError('DataFormatConversion.MalformedData', 'The record is no JSON object.');
}
