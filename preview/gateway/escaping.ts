export type Escaping = 'none' | 'json';

/** How values are written into a log entry. AWS does not document which of these is right. */
export const ESCAPINGS: Record<Escaping, (value: string) => string> = {
  none: (value) => value,
  // JSON.stringify of the whole value would also escape the surrogates that stand for invalid bytes.
  json: (value) => value.replace(/["\\\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1)),
};
