/** A parsed pattern of key names: the text before the customer, and the text that ends it. */
export interface KeyNamePattern {
  readonly before: string;
  readonly separator: string;
}

const PATTERN = /^([^{}*]*)\{customer\}([^{}*]+)\*$/;

/** Parses a pattern; undefined if it is not one. */
export function parseKeyNamePattern(text: string): KeyNamePattern | undefined {
  const [, before, separator] = PATTERN.exec(text) ?? [];
  return separator === undefined ? undefined : { before, separator };
}

/** The customer in a key's name; undefined if the name does not match the pattern. */
export function customerInName({ before, separator }: KeyNamePattern, name: string): string | undefined {
  if (!name.startsWith(before)) return undefined;
  const end = name.indexOf(separator, before.length);
  return end < 0 ? undefined : name.slice(before.length, end);
}
