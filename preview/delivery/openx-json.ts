import { Row } from './parquet/parquet-file';
import { Instant, Value } from './parquet/types';
import { Column } from '../catalog/glue-table';

const DAY = 86_400_000;

/** The Julian day number of the first of January 1970. */
const JULIAN_1970 = 2_440_588;

/** How the OpenX deserializer of Firehose converts a JSON value, by column type; undefined if it cannot convert the value. */
const CONVERSIONS: Readonly<Record<string, (value: unknown) => Value | undefined>> = {
  string: (value) => typeof value === 'string' ? value : JSON.stringify(value),
  bigint: (value) => integer(value, 2n ** 63n),
  int: (value) => integer(value, 2n ** 31n),
  double: (value) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(value)) ? Number(value) : undefined,
  boolean: (value) => value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
  timestamp: instant,
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? epochDay(value) : undefined,
};

/** An integer from -limit to limit - 1. */
function integer(value: unknown, limit: bigint): number | bigint | undefined {
  if (typeof value === 'number' ? !Number.isInteger(value) : typeof value !== 'string' || !/^-?\d{1,18}$/.test(value)) return undefined;
  const number = Number(value);
  const exact = Number.isSafeInteger(number) ? number : BigInt(value as string | number);
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
  // JavaScript accepts the 30th of February as the second of March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : time / DAY;
}

/** A record that cannot be converted to rows of a table, with the error code and message of Firehose. */
export class ConversionError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

/**
 * Converts a record to rows of a table with these columns.
 * @throws ConversionError if a value does not fit its column
 */
export function rowsOf(data: Buffer, columns: readonly Column[]): Row[] {
  return data.toString('utf8').split('\n').filter((line) => line.trim() !== '').map((line) => {
    const object = parse(line);
    return columns.map(({ name, type }) => {
      const value = object[name] ?? null;
      if (value === null) return null;
      const converted = CONVERSIONS[type](value);
      if (converted === undefined) throw new ConversionError('DataFormatConversion.MalformedData', `The value of ${name} is not of type ${type}.`);
      return converted;
    });
  });
}

function parse(line: string): Readonly<Record<string, unknown>> {
  let object: unknown;
  try {
    object = JSON.parse(line);
  } catch {
    throw new ConversionError('DataFormatConversion.ParseError', 'The record is not JSON.');
  }
  if (typeof object === 'object' && object !== null && !Array.isArray(object)) return object as Record<string, unknown>;
  throw new ConversionError('DataFormatConversion.MalformedData', 'The record is not a JSON object.');
}
