/** A pattern of key names, read: text that comes before the customer, and text that ends it. */
export interface KeyNamePattern {
  readonly before: string;
  readonly separator: string;
}

const PATTERN = /^([^{}*]*)\{customer\}([^{}*]+)\*$/;

/** Reads a pattern; undefined where it is none. */
export function parseKeyNamePattern(text: string): KeyNamePattern | undefined {
  const [, before, separator] = PATTERN.exec(text) ?? [];
  return separator === undefined ? undefined : { before, separator };
}

/** The customer in a key's name; undefined where the name does not follow the pattern. */
export function customerInName({ before, separator }: KeyNamePattern, name: string): string | undefined {
  if (!name.startsWith(before)) return undefined;
  const end = name.indexOf(separator, before.length);
  return end < 0 ? undefined : name.slice(before.length, end);
}
