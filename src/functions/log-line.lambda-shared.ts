type Level = 'INFO' | 'WARN' | 'ERROR';

/** Writes one line of JSON to the function's log. */
export function logLine(level: Level, event: string, details: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ level, event, ...details })}\n`);
}
