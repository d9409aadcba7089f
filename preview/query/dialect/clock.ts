/** Text, quoted names and comments are passed over; Athena's clock may name a precision. */
const CLOCK = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|\bcurrent_timestamp\b(?:\s*\(\s*\d+\s*\))?/gi;

/**
 * Puts an instant in the place of the clock: the preview's data ends in the past, and the same data must give the same answer
 * tomorrow. Without an instant the statement keeps the clock.
 */
export function atInstant(sql: string, instant?: Date): string {
  if (!instant) return sql;
  const literal = `TIMESTAMPTZ '${instant.toISOString().replace('T', ' ').replace('Z', '+00')}'`;
  return sql.replace(CLOCK, (token) => /^current_timestamp/i.test(token) ? literal : token);
}
