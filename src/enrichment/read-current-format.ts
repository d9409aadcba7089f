import { decodeJsonText, LogLine } from './log-line';
import { LOG_LINE } from '../schema/access-log-format';
import { LoggedColumn } from '../schema/log-schema';

/**
 * Reads a line that was written in the present format, or returns undefined where it was not.
 *
 * API Gateway promises no escaping, so a caller can write what looks like the end of a value and the start of another.
 * But the order is ours: the values that callers cannot influence come first and hold no quotes, so they end where the
 * next name begins; whatever a caller forges stands behind them.
 */
export function currentFormatReader(columns: readonly LoggedColumn[]): (text: string) => LogLine | undefined {
  const opening = LOG_LINE.opening(columns[0].name);
  const separators = columns.slice(1).map(({ name }) => LOG_LINE.separator(name));
  const trusted = columns.filter((column) => !column.fromCaller).length;

  return (text) => {
    if (!text.startsWith(opening) || !text.endsWith(LOG_LINE.closing)) return undefined;
    const plain = splitPlain(text, opening.length, separators);
    if (plain) return { parseStatus: 'strict', values: plain, plain: true };
    const values = splitAtFirst(text, opening.length, separators);
    if (values === undefined) return undefined;
    const decoded = decodeAll(values);
    if (decoded) return { parseStatus: 'strict', values: decoded, plain: false };
    if (values.slice(0, trusted).some((value) => value.includes('"'))) return undefined;

    const tailStart = opening.length + lengthOf(values, separators, trusted);
    return readTail(values.slice(0, trusted), text.slice(tailStart, -LOG_LINE.closing.length), separators.slice(trusted));
  };
}

/** What JSON writes with a backslash; quotes aside, which stand around every value. */
const NOT_PLAIN = /[\\\u0000-\u001f]/;

/** The short way, for the many lines in which every quote is one of the format's own. */
function splitPlain(text: string, start: number, separators: readonly string[]): string[] | undefined {
  if (NOT_PLAIN.test(text)) return undefined;
  const values: string[] = [];
  let at = start;
  for (const separator of separators) {
    const end = text.indexOf(separator, at);
    if (end < 0 || text.indexOf('"', at) !== end) return undefined;
    values.push(text.slice(at, end));
    at = end + separator.length;
  }
  const end = text.length - LOG_LINE.closing.length;
  if (text.indexOf('"', at) !== end) return undefined;
  values.push(text.slice(at, end));
  return values;
}

/** Cuts at the first place of each separator in turn: in JSON that is the only place, because a quote inside a value is escaped. */
function splitAtFirst(text: string, start: number, separators: readonly string[]): string[] | undefined {
  const values: string[] = [];
  let at = start;
  for (const separator of separators) {
    const end = text.indexOf(separator, at);
    if (end < 0) return undefined;
    values.push(text.slice(at, end));
    at = end + separator.length;
  }
  // The closing characters may lie before the last separator's end only where the line is cut off.
  const end = text.length - LOG_LINE.closing.length;
  if (end < at) return undefined;
  values.push(text.slice(at, end));
  return values;
}

function decodeAll(values: readonly string[]): string[] | undefined {
  const decoded: string[] = [];
  for (const value of values) {
    const text = decodeJsonText(value);
    if (text === undefined) return undefined;
    decoded.push(text);
  }
  return decoded;
}

function lengthOf(values: readonly string[], separators: readonly string[], count: number): number {
  let length = 0;
  for (let index = 0; index < count; index++) length += values[index].length + separators[index].length;
  return length;
}

/**
 * Reads the values callers influence. A separator that stands there once is the true one; where one stands more often,
 * the values on both sides of it cannot be told apart and are left out.
 */
function readTail(head: readonly string[], tail: string, separators: readonly string[]): LogLine {
  const values: (string | undefined)[] = [...head];
  let from = 0;
  let unsure = 0;
  for (const separator of [...separators, undefined]) {
    const at = separator === undefined ? tail.length : onlyPlaceOf(tail, separator);
    if (at === undefined) {
      unsure++;
      continue;
    }
    if (unsure === 0) values.push(tail.slice(from, at));
    else values.push(...Array<undefined>(unsure + 1).fill(undefined));
    from = at + (separator?.length ?? 0);
    unsure = 0;
  }
  return { parseStatus: values.includes(undefined) ? 'ambiguous' : 'tolerant', values, plain: false };
}

function onlyPlaceOf(text: string, separator: string): number | undefined {
  const first = text.indexOf(separator);
  return text.indexOf(separator, first + 1) < 0 ? first : undefined;
}
