import { Duration, Size } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { StreamFormat } from '../storage/record-format';
import { usageError } from '../synth/usage-error';

export interface Buffering {
  readonly intervalInSeconds: number;
  readonly sizeInMBs: number;
}

const DEFAULT_INTERVAL = Duration.minutes(5);
const DEFAULT_SIZE = Size.mebibytes(64);
const MAX_SECONDS = 900;
const MAX_MEBIBYTES = 128;

/**
 * When Firehose writes a file.
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
 */
export function buffering(scope: IConstruct, format: StreamFormat, interval = DEFAULT_INTERVAL, size = DEFAULT_SIZE): Buffering {
  const seconds = interval.isUnresolved() ? NaN : interval.toMilliseconds() / 1000;
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_SECONDS) {
    throw usageError(scope, `bufferingInterval must be a whole number of seconds from 0 to ${MAX_SECONDS}, got ${shown(interval, interval.toString())}.`);
  }
  const mebibytes = size.isUnresolved() ? NaN : size.toBytes() / Size.mebibytes(1).toBytes();
  if (!Number.isInteger(mebibytes) || mebibytes < format.minBufferMebibytes || mebibytes > MAX_MEBIBYTES) {
    throw usageError(scope, `bufferingSize must be a whole number of MiB from ${format.minBufferMebibytes} to ${MAX_MEBIBYTES}`
      + `${format.converted ? ' for RecordFormat.parquet()' : ''}, got ${shown(size, `${mebibytes} MiB`)}.`);
  }
  return { intervalInSeconds: seconds, sizeInMBs: mebibytes };
}

function shown(value: Duration | Size, text: string): string {
  return value.isUnresolved() ? 'a token' : text;
}
