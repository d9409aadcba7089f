import { Duration, Size } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { StreamFormat } from '../storage/formats';
import { shown } from '../synth/shown';
import { usageError } from '../synth/usage-error';

export interface Buffering {
  readonly intervalInSeconds: number;
  readonly sizeInMBs: number;
}

const DEFAULT_SIZE = Size.mebibytes(64);
const MAX_SECONDS = 900;
const MAX_MEBIBYTES = 128;

/**
 * When Firehose writes a file.
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
 */
export function buffering(scope: IConstruct, format: StreamFormat, ownInterval?: Duration, size = DEFAULT_SIZE): Buffering {
  const { minBufferSeconds, minBufferMebibytes, bufferSeconds } = format;
  const interval = ownInterval ?? Duration.seconds(bufferSeconds);
  const [forFormat, wayOut] = format.converted ? [' for RecordFormat.parquet()', ', or RecordFormat.json()'] : ['', ''];
  const seconds = interval.isUnresolved() ? NaN : interval.toMilliseconds() / 1000;
  if (!Number.isInteger(seconds) || seconds < minBufferSeconds || seconds > MAX_SECONDS) {
    throw usageError(scope, `bufferingInterval must be a whole number of seconds from ${minBufferSeconds} to ${MAX_SECONDS}${forFormat}, `
      + `got ${shown(interval)}.${seconds < minBufferSeconds && wayOut ? ` Choose ${minBufferSeconds} seconds or more${wayOut}.` : ''}`);
  }
  const mebibytes = size.isUnresolved() ? NaN : size.toBytes() / Size.mebibytes(1).toBytes();
  if (!Number.isInteger(mebibytes) || mebibytes < minBufferMebibytes || mebibytes > MAX_MEBIBYTES) {
    throw usageError(scope, `bufferingSize must be a whole number of MiB from ${minBufferMebibytes} to ${MAX_MEBIBYTES}${forFormat}, `
      + `got ${shown(size)}.${mebibytes < minBufferMebibytes && wayOut ? ` Choose ${minBufferMebibytes} MiB or more${wayOut}.` : ''}`);
  }
  return { intervalInSeconds: seconds, sizeInMBs: mebibytes };
}
