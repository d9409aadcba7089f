/** Matches `current_timestamp`, also with a precision, and the text, quoted names and comments that may contain it. */
const CLOCK = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|\bcurrent_timestamp\b(?:\s*\(\s*\d+\s*\))?/gi;

/**
 * Replaces `current_timestamp` by an instant. The data of the preview ends in the past, and the same data must give the same answer
 * tomorrow. Without an instant, the statement is unchanged.
 */
export function atInstant(sql: string, instant?: Date): string {
  if (!instant) return sql;
  const literal = `TIMESTAMPTZ '${instant.toISOString().replace('T', ' ').replace('Z', '+00')}'`;
  return sql.replace(CLOCK, (token) => /^current_timestamp/i.test(token) ? literal : token);
}
