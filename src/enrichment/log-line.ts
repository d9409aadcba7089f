import { wellFormed } from '../functions/well-formed';
import { LOG_LINE } from '../schema/access-log-format';
import { ABSENT } from '../schema/kinds';
import { LoggedColumn } from '../schema/log-schema';

/** How sure a line's values are. */
export type ParseStatus = 'strict' | 'tolerant' | 'ambiguous';

/** A line of the access log that was read: strict JSON in the present format, whatever it was before. */
export interface LogLine {
  readonly parseStatus: ParseStatus;
  readonly text: string;
  /** Where each value ends, by position in the log's order. */
  readonly ends: readonly number[];
}

/** What stands before each value: the opening of the line, then the separators. */
export function leadsOf(columns: readonly LoggedColumn[]): readonly string[] {
  return columns.map(({ name }, position) => position === 0 ? LOG_LINE.opening(name) : LOG_LINE.separator(name));
}

/** Writes values down as a line; undefined is an absent one. */
export function lineOf(leads: readonly string[], values: readonly (string | undefined)[], parseStatus: ParseStatus): LogLine {
  const ends: number[] = [];
  let text = '';
  leads.forEach((lead, position) => {
    text += lead + encodeJsonText(values[position] ?? ABSENT);
    ends.push(text.length);
  });
  return { parseStatus, text: text + LOG_LINE.closing(leads.length), ends };
}

/** The text of a JSON string's inside, or undefined where it is none. */
export function decodeJsonText(inside: string): string | undefined {
  try {
    return JSON.parse(`"${inside}"`) as string;
  } catch {
    return undefined;
  }
}

function encodeJsonText(text: string): string {
  return JSON.stringify(wellFormed(text)).slice(1, -1);
}
