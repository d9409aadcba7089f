import { Column } from './column';
import { inLogOrder } from './log-schema';

/**
 * The longest format API Gateway takes, in bytes.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
export const MAX_FORMAT_BYTES = 3072;

/** No column can have this name, because it has an upper-case letter. */
const COUNT = 'fieldCount';

/**
 * The syntax of a log line, shared by its writer and its readers. A line ends with the number of its columns. Callers cannot
 * write there, so a reader learns from it whether a value contains what looks like the start of another column.
 */
export const LOG_LINE = {
  opening: (name: string) => `{"${name}":"`,
  separator: (name: string) => `","${name}":"`,
  closing: (columnCount: number) => `","${COUNT}":"${columnCount}"}`,
  /** The name before a value. The last quote is not part of it, because two names can share it: `","one":","two":"`. */
  anyName: /(?:^\{"|",")([a-z][a-z0-9_]*)":(?=")/g,
  /** The end of a line, with or without the number of its columns. */
  anyClosing: new RegExp(`"(?:,"${COUNT}":"\\d+")?\\}$`),
} as const;

/**
 * The access log format of a stage: one line of JSON that ends with a newline, because API Gateway adds none for Firehose.
 * Every value is quoted, because API Gateway writes a bare `-` for an absent value.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-access-logging.html
 */
export function accessLogFormatOf(columns: readonly Column[]): string {
  const fields = inLogOrder(columns).map(({ name, variable }, index) =>
    `${index === 0 ? LOG_LINE.opening(name) : LOG_LINE.separator(name)}$context.${variable}`);
  return `${fields.join('')}${LOG_LINE.closing(fields.length)}\n`;
}
