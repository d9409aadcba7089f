import { Column } from './column';
import { inLogOrder } from './log-schema';

/**
 * The longest format API Gateway takes, in bytes.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const MAX_FORMAT_BYTES = 3072;

/** The syntax of a log line, shared by its writer and its reader. */
export const LOG_LINE = {
  opening: (name: string) => `{"${name}":"`,
  separator: (name: string) => `","${name}":"`,
  closing: '"}',
} as const;

/**
 * The access log format of a stage: one line of JSON that ends with a newline, because API Gateway adds none for Firehose.
 * Every value is quoted, because API Gateway writes a bare `-` for an absent value.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-access-logging.html
 */
export function accessLogFormatOf(columns: readonly Column[]): string {
  const fields = inLogOrder(columns).map(({ name, variable }, index) =>
    `${index === 0 ? LOG_LINE.opening(name) : LOG_LINE.separator(name)}$context.${variable}`);
  return `${fields.join('')}${LOG_LINE.closing}\n`;
}
