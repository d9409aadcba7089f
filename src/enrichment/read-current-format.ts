import { decodeJsonText, leadsOf, lineOf, LogLine } from './log-line';
import { fieldsOf } from './log-line-fields';
import { LOG_LINE } from '../schema/access-log-format';
import { LoggedColumn } from '../schema/log-schema';

/**
 * Reads a line of the pipeline's own format, or returns undefined if it has another.
 *
 * API Gateway promises no escaping, so callers can write what looks like the end of a value and the start of another. The
 * order of the fields shows which is which. Values that callers cannot influence come first and contain no quotes, so they
 * end where the next name begins, and everything that callers forge comes after them.
 */
export function currentFormatReader(columns: readonly LoggedColumn[]): (text: string) => LogLine | undefined {
  const leads = leadsOf(columns);
  const closing = LOG_LINE.closing(columns.length);
  const trusted = columns.filter((column) => !column.fromCaller).length;

  return (text) => {
    if (!text.startsWith(leads[0]) || !text.endsWith(closing)) return undefined;
    const ends = endsAtFirst(text, leads, closing);
    if (ends === undefined) return undefined;
    if (!NOT_PLAIN.test(text) && hasNoOtherQuote(text, leads, ends)) return { parseStatus: 'strict', text, ends };

    const values = leads.map((_, position) => text.slice(startOf(leads, ends, position), ends[position]));
    const decoded = values.map(decodeJsonText);
    if (!decoded.includes(undefined)) return lineOf(leads, decoded, 'strict');
    const head = values.slice(0, trusted);
    if (head.some((value) => value.includes('"'))) return undefined;
    if (fieldsOf(text).isExact) return lineOf(leads, values, 'tolerant');
    const tail = readTail(text.slice(startOf(leads, ends, trusted), -closing.length), leads.slice(trusted + 1));
    return lineOf(leads, [...head, ...tail], 'ambiguous');
  };
}

/** The characters that JSON escapes, except for quotes, which are around every value. */
const NOT_PLAIN = /[\\\u0000-\u001f]/;

/** Splits at the first place of each separator in turn. In JSON it is the only place, because quotes in values are escaped. */
function endsAtFirst(text: string, leads: readonly string[], closing: string): number[] | undefined {
  const ends: number[] = [];
  let at = leads[0].length;
  for (let position = 1; position < leads.length; position++) {
    const end = text.indexOf(leads[position], at);
    if (end < 0) return undefined;
    ends.push(end);
    at = end + leads[position].length;
  }
  const end = text.length - closing.length;
  // The closing can overlap with the last separator only if the line has another format.
  if (end < at) return undefined;
  ends.push(end);
  return ends;
}

function hasNoOtherQuote(text: string, leads: readonly string[], ends: readonly number[]): boolean {
  let start = leads[0].length;
  for (let position = 0; position < ends.length; position++) {
    if (text.indexOf('"', start) !== ends[position]) return false;
    start = ends[position] + (leads[position + 1]?.length ?? 0);
  }
  return true;
}

function startOf(leads: readonly string[], ends: readonly number[], position: number): number {
  return (position === 0 ? 0 : ends[position - 1]) + leads[position].length;
}

/**
 * Reads the values that callers influence. A separator that occurs once there is the true one. If one occurs more often, the
 * values on both sides of it cannot be told apart and are left out.
 */
function readTail(tail: string, separators: readonly string[]): (string | undefined)[] {
  const values: (string | undefined)[] = [];
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
  return values;
}

function onlyPlaceOf(text: string, separator: string): number | undefined {
  const first = text.indexOf(separator);
  return text.indexOf(separator, first + 1) < 0 ? first : undefined;
}
