export type Escaping = 'none' | 'json';

/** How a value is written into a log entry: AWS promises neither way. */
export const ESCAPINGS: Record<Escaping, (value: string) => string> = {
  none: (value) => value,
  // Not JSON.stringify of the whole value: that would also escape the stand-ins for invalid bytes.
  json: (value) => value.replace(/["\\\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1)),
};
