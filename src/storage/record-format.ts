/** How the files of one format are declared in the Glue Data Catalog. */
export interface FileFormat {
  readonly classification: string;
  readonly inputFormat: string;
  readonly outputFormat: string;
  readonly serde: string;
  readonly serdeParameters: Record<string, string>;
}

/** One JSON object per line. The tables of the directory have this format too. */
export const NDJSON: FileFormat = {
  classification: 'json',
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
  serde: 'org.openx.data.jsonserde.JsonSerDe',
  serdeParameters: {},
};

const PARQUET: FileFormat = {
  classification: 'parquet',
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  serde: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
  serdeParameters: { 'serialization.format': '1' },
};

/**
 * The formats, each with the folder of its files. A table and its partitions have one format, so files of two formats
 * must not share a folder.
 * @see https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html
 */
export const FORMAT_FOLDERS = { json: 'logs/', parquet: 'logs-parquet/' } as const;

export type FormatName = keyof typeof FORMAT_FOLDERS;

/** The settings of the delivery stream for a format. */
export interface StreamFormat {
  /** Whether Firehose converts rows, with the schema of the table of requests. */
  readonly converted: boolean;
  readonly compressionFormat: 'GZIP' | 'UNCOMPRESSED';
  /** Athena recognises compression by the extension. */
  readonly fileExtension: string;
  /** The limits of the buffer from which Firehose writes a file of this format. */
  readonly minBufferMebibytes: number;
  readonly minBufferSeconds: number;
}

/**
 * The format of the files in S3.
 *
 * @see https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
 */
export class RecordFormat {
  /** One JSON object per line, compressed with gzip, in the folder `logs/`. Most tools can read it. */
  public static json(): RecordFormat {
    return new RecordFormat('json', NDJSON, { converted: false, compressionFormat: 'GZIP', fileExtension: '.json.gz', minBufferMebibytes: 1, minBufferSeconds: 0 });
  }

  /**
   * Apache Parquet with Snappy compression, in the folder `logs-parquet/`. Athena reads only the columns that a query names.
   * Firehose charges for the conversion, and requires a `bufferingSize` of at least 64 MiB.
   */
  public static parquet(): RecordFormat {
    return new RecordFormat('parquet', PARQUET, { converted: true, compressionFormat: 'UNCOMPRESSED', fileExtension: '.parquet', minBufferMebibytes: 64, minBufferSeconds: 60 });
  }

  /** @internal */
  public readonly _name: FormatName;
  /** @internal */
  public readonly _files: FileFormat;
  /** @internal */
  public readonly _stream: StreamFormat;

  private constructor(name: FormatName, files: FileFormat, stream: StreamFormat) {
    this._name = name;
    this._files = files;
    this._stream = stream;
  }
}
