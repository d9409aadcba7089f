/** A value in a row: a JSON type, or null for an absent value. */
export type Value = string | number | boolean | null;

/** Everything that depends on the kind of a column. */
export interface KindDefinition {
  /** Type of the column in the Glue Data Catalog. */
  readonly glueType: string;
  /** Converts the logged text into the value of the row; null if the text is not of this kind. */
  readonly parse: (text: string) => Value;
}

/** The text that API Gateway writes for an absent value. */
export const ABSENT = '-';

/**
 * The five kinds of column. To add one, add a row: format, Glue, handler and documentation follow.
 */
export const KINDS = {
  text: { glueType: 'string', parse: (text) => text },
  integer: { glueType: 'bigint', parse: parseInteger },
  number: { glueType: 'double', parse: parseNumber },
  flag: { glueType: 'boolean', parse: parseFlag },
  timestamp: { glueType: 'timestamp', parse: parseTimestamp },
} as const satisfies Record<string, KindDefinition>;

export type Kind = keyof typeof KINDS;

/** The TypeScript type of a present value of each kind. */
export interface KindValues {
  readonly text: string;
  readonly integer: number;
  readonly number: number;
  readonly flag: boolean;
  readonly timestamp: string;
}

function parseInteger(text: string): number | null {
  if (!/^[+-]?\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

function parseNumber(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}

function parseFlag(text: string): boolean | null {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : null;
}

const FIRST_MILLISECOND_COUNT = 100_000_000_000;
const LAST_MILLISECOND = Date.parse('9999-12-31T23:59:59.999Z');

/** Converts epoch milliseconds or seconds, or an ISO 8601 instant, into the timestamp format that every Athena SerDe reads. */
function parseTimestamp(text: string): string | null {
  const milliseconds = /^\d{1,15}$/.test(text)
    ? Number(text) * (Number(text) < FIRST_MILLISECOND_COUNT ? 1000 : 1)
    : /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (!(milliseconds >= 0 && milliseconds <= LAST_MILLISECOND)) return null;
  return formatTimestamp(milliseconds);
}

/** Many requests share a second, and a date is slow to write. */
let lastSecond = { second: NaN, text: '' };

function formatTimestamp(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000);
  if (second !== lastSecond.second) {
    lastSecond = { second, text: new Date(second * 1000).toISOString().replace('T', ' ').slice(0, -'000Z'.length) };
  }
  return lastSecond.text + String(milliseconds % 1000).padStart(3, '0');
}
