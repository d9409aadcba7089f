import { LOG_LINE } from '../schema/access-log-format';

/** A name in a line, and the text up to the next name; undefined if the line was cut off in it. */
export interface Field {
  readonly name: string;
  readonly raw: string | undefined;
}

/** A line, split at everything that looks like the name of a column. */
export interface Fields {
  readonly fields: readonly Field[];
  /**
   * Whether the names are exactly those of the format. Every name of the format is among them, so callers wrote some of
   * them if there are more than the line states. A line that states no number was cut off or has another origin.
   */
  readonly isExact: boolean;
}

export function fieldsOf(text: string): Fields {
  const names = [...text.matchAll(LOG_LINE.anyName)];
  if (names[0]?.index !== 0) return { fields: [], isExact: false };
  const ends = [...names.slice(1), LOG_LINE.anyClosing.exec(text)].map((match) => match?.index);
  const fields = names.map((match, index) => {
    const end = ends[index];
    return { name: match[1], raw: end === undefined ? undefined : text.slice(match.index + match[0].length + 1, end) };
  });
  return { fields, isExact: text.endsWith(LOG_LINE.closing(fields.length)) };
}
