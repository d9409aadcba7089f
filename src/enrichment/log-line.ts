import { wellFormed } from '../functions/well-formed';
import { LOG_LINE } from '../schema/access-log-format';
import { ABSENT } from '../schema/kinds';
import { LoggedColumn } from '../schema/log-schema';

/** How certain the values of a line are. */
export type ParseStatus = 'strict' | 'tolerant' | 'ambiguous';

/** A line of the access log, converted to strict JSON in the current format of the pipeline. */
export interface LogLine {
  readonly parseStatus: ParseStatus;
  readonly text: string;
  /** Where each value ends, by its position in log order. */
  readonly ends: readonly number[];
}

/** The text before each value: the opening of the line, then the separators. */
export function leadsOf(columns: readonly LoggedColumn[]): readonly string[] {
  return columns.map(({ name }, position) => position === 0 ? LOG_LINE.opening(name) : LOG_LINE.separator(name));
}

/** Writes values as a line. Undefined is an absent value. */
export function lineOf(leads: readonly string[], values: readonly (string | undefined)[], parseStatus: ParseStatus): LogLine {
  const ends: number[] = [];
  let text = '';
  leads.forEach((lead, position) => {
    text += lead + encodeJsonText(values[position] ?? ABSENT);
    ends.push(text.length);
  });
  return { parseStatus, text: text + LOG_LINE.closing(leads.length), ends };
}

/** The text that is encoded between the quotes of a JSON string, or undefined if it is not valid. */
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
