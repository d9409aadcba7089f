import { IConstruct } from 'constructs';
import { accessLogFormatOf, MAX_FORMAT_BYTES } from '../schema/access-log-format';
import { Column } from '../schema/column';
import { usageError } from '../synth/usage-error';

/** The access log format of these columns, if API Gateway accepts its length. */
export function logFormat(scope: IConstruct, columns: readonly Column[]): string {
  const format = accessLogFormatOf(columns);
  const bytes = Buffer.byteLength(format);
  if (bytes > MAX_FORMAT_BYTES) {
    throw usageError(scope, `The access log format has ${bytes} bytes, but API Gateway accepts at most ${MAX_FORMAT_BYTES}. Pass fewer extraColumns or omit more columns with omitColumns.`);
  }
  return format;
}
