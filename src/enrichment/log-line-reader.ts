import { LogLine } from './log-line';
import { currentFormatReader } from './read-current-format';
import { otherFormatReader } from './read-other-format';
import { LoggedColumn } from '../schema/log-schema';

/** Reads a line of the access log. Returns undefined if no set of columns of this library can have produced it. */
export type LogLineReader = (text: string) => LogLine | undefined;

export function logLineReader(columns: readonly LoggedColumn[]): LogLineReader {
  const readCurrent = currentFormatReader(columns);
  const readOther = otherFormatReader(columns);
  return (text) => {
    const line = text.trim();
    return readCurrent(line) ?? readOther(line);
  };
}
