import type { FormatName } from './formats';

/**
 * The format of the files in S3.
 *
 * @see https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   format: RecordFormat.parquet(),
 * });
 */
export class RecordFormat {
  /** One JSON object per line, compressed with gzip, in the folder `logs/`. Most tools can read it. */
  public static json(): RecordFormat {
    return new RecordFormat('json');
  }

  /**
   * Apache Parquet with Snappy compression, in the folder `logs-parquet/`. Athena reads only the columns that a query names.
   * Firehose charges for the conversion, and requires a `bufferingSize` of at least 64 MiB.
   */
  public static parquet(): RecordFormat {
    return new RecordFormat('parquet');
  }

  /** @internal */
  public readonly _requested: FormatName;

  private constructor(requested: FormatName) {
    this._requested = requested;
  }
}
