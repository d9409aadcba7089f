import { Column } from './column';
import { inLogOrder } from './log-schema';

/**
 * The longest format API Gateway takes, in bytes.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const MAX_FORMAT_BYTES = 3072;

/** How a line of the log is put together; the writer and the reader both go by this. */
export const LOG_LINE = {
  opening: (name: string) => `{"${name}":"`,
  separator: (name: string) => `","${name}":"`,
  closing: '"}',
} as const;

/**
 * The access log format of a stage: one line of JSON that ends in a newline (API Gateway adds none for Firehose), every
 * value quoted, because a value that is absent is written as a bare `-`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-access-logging.html
 */
export function accessLogFormatOf(columns: readonly Column[]): string {
  const fields = inLogOrder(columns).map(({ name, variable }, index) =>
    `${index === 0 ? LOG_LINE.opening(name) : LOG_LINE.separator(name)}$context.${variable}`);
  return `${fields.join('')}${LOG_LINE.closing}\n`;
}
