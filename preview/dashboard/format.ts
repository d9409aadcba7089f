/** The format of values in a definition. */
export type Format =
  | { readonly kind: 'number'; readonly prefix: string; readonly suffix: string; readonly decimals?: number; readonly scale: Scale; readonly grouped: boolean }
  | { readonly kind: 'percent'; readonly prefix: string; readonly suffix: string; readonly decimals?: number; readonly grouped: boolean }
  | { readonly kind: 'time'; readonly pattern: string };

export const SCALES = ['NONE', 'AUTO', 'THOUSANDS', 'MILLIONS', 'BILLIONS', 'TRILLIONS'] as const;
type Scale = typeof SCALES[number];

export type Value = string | number | boolean | null;

const POWERS: Readonly<Record<Scale, number | undefined>> = { NONE: 0, AUTO: undefined, THOUSANDS: 1, MILLIONS: 2, BILLIONS: 3, TRILLIONS: 4 };
const LETTERS = ['', 'K', 'M', 'B', 'T'];
const MOST_DECIMALS = 2;

/** The text for a missing value. */
export const NULL_TEXT = 'null';

/** A value as QuickSight writes it. Without a format, a number has separators and at most two decimals. */
export function written(value: Value, format?: Format): string {
  if (value === null) return NULL_TEXT;
  if (format?.kind === 'time' && typeof value === 'string') return timeText(new Date(value), format.pattern);
  if (typeof value !== 'number') return String(value);
  if (format?.kind === 'percent') return `${format.prefix}${digits(value * 100, format.decimals, format.grouped)}${format.suffix}`;
  if (format?.kind !== 'number') return digits(value, undefined, true);
  const power = POWERS[format.scale] ?? Math.min(Math.max(Math.floor(Math.log10(Math.abs(value) || 1) / 3), 0), LETTERS.length - 1);
  return `${format.prefix}${digits(value / 1000 ** power, format.decimals, format.grouped)}${LETTERS[power]}${format.suffix}`;
}

function digits(value: number, decimals: number | undefined, grouped: boolean): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? MOST_DECIMALS, useGrouping: grouped });
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const two = (number: number) => String(number).padStart(2, '0');

/** The parts of a pattern, as QuickSight names them. */
const TOKENS: Readonly<Record<string, (time: Date) => string | number>> = {
  YYYY: (time) => time.getUTCFullYear(),
  YY: (time) => two(time.getUTCFullYear() % 100),
  Q: (time) => Math.floor(time.getUTCMonth() / 3) + 1,
  MMMM: (time) => MONTHS[time.getUTCMonth()],
  MMM: (time) => MONTHS[time.getUTCMonth()].slice(0, 3),
  MM: (time) => two(time.getUTCMonth() + 1),
  M: (time) => time.getUTCMonth() + 1,
  DD: (time) => two(time.getUTCDate()),
  D: (time) => time.getUTCDate(),
  dddd: (time) => DAYS[time.getUTCDay()],
  ddd: (time) => DAYS[time.getUTCDay()].slice(0, 3),
  HH: (time) => two(time.getUTCHours()),
  H: (time) => time.getUTCHours(),
  hh: (time) => two(time.getUTCHours() % 12 || 12),
  h: (time) => time.getUTCHours() % 12 || 12,
  mm: (time) => two(time.getUTCMinutes()),
  ss: (time) => two(time.getUTCSeconds()),
  SSS: (time) => String(time.getUTCMilliseconds()).padStart(3, '0'),
  A: (time) => time.getUTCHours() < 12 ? 'AM' : 'PM',
  a: (time) => time.getUTCHours() < 12 ? 'am' : 'pm',
};

/** Equal letters in a row are one token. Text in brackets, and the T between day and time, stay as they are. */
const PARTS = /\[[^\]]*\]|T(?=H)|([A-Za-z])\1*/g;

function timeText(time: Date, pattern: string): string {
  return pattern.replace(PARTS, (part) => isLiteral(part) ? part.replace(/[[\]]/g, '') : String(TOKENS[part](time)));
}

/** The first part of a pattern that the preview does not know. */
export function unknownToken(pattern: string): string | undefined {
  return (pattern.match(PARTS) ?? []).find((part) => !isLiteral(part) && !Object.hasOwn(TOKENS, part));
}

function isLiteral(part: string): boolean {
  return part.startsWith('[') || part === 'T';
}
