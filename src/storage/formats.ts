/** How the files of one format are declared in the Glue Data Catalog. */
export interface FileFormat {
  readonly classification: string;
  readonly inputFormat: string;
  readonly outputFormat: string;
  readonly serde: string;
  readonly serdeParameters: Record<string, string>;
}

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
  /** Firehose writes a file after this time, if the owner names none. Each Parquet file has a footer of several KB. */
  readonly bufferSeconds: number;
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

export type FormatName = 'json' | 'parquet';

export interface Format {
  readonly name: FormatName;
  /** A table and its partitions have one format, so files of two formats must not share a folder. */
  readonly folder: string;
  readonly files: FileFormat;
  readonly stream: StreamFormat;
}

/**
 * The formats of the rows.
 * @see https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html
 */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  json: {
    name: 'json',
    folder: 'logs/',
    files: NDJSON,
    stream: { converted: false, compressionFormat: 'GZIP', fileExtension: '.json.gz', minBufferMebibytes: 1, minBufferSeconds: 0, bufferSeconds: 300 },
  },
  parquet: {
    name: 'parquet',
    folder: 'logs-parquet/',
    files: PARQUET,
    stream: {
      converted: true, compressionFormat: 'UNCOMPRESSED', fileExtension: '.parquet', minBufferMebibytes: 64, minBufferSeconds: 60, bufferSeconds: 900,
    },
  },
};
