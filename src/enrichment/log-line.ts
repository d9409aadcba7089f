/** How sure a line's values are. */
export type ParseStatus = 'strict' | 'tolerant' | 'ambiguous';

/** A line of the access log, read. */
export interface LogLine {
  readonly parseStatus: ParseStatus;
  /** The values as API Gateway had them, by position in the log's order; undefined where the line has none. */
  readonly values: readonly (string | undefined)[];
  /** Whether no value holds anything that JSON writes otherwise than it is, so that it can be written between quotes. */
  readonly plain: boolean;
}

/** The text of a JSON string's inside, or undefined where it is none. */
export function decodeJsonText(inside: string): string | undefined {
  if (!NEEDS_DECODING.test(inside)) return inside;
  try {
    return replaceLoneSurrogates(JSON.parse(`"${inside}"`) as string);
  } catch {
    return undefined;
  }
}

/** What JSON forbids inside a string, or writes with a backslash. */
const NEEDS_DECODING = /["\\\u0000-\u001f]/;

/** Half a character has no UTF-8 form, and a reader of the files would refuse the line for it. */
function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
