import { isFileName } from '../storage/file-names';

/** The ExtendedS3DestinationConfiguration of a stream, with the defaults of Firehose. */
export interface Destination {
  readonly bucket: string;
  readonly compression: string;
  readonly fileExtension: string;
  readonly bufferSeconds: number;
  readonly bufferMebibytes: number;
  readonly prefix: string;
  readonly errorPrefix: string;
  readonly timeZone: string;
  /** The DataFormatConversionConfiguration, if it is enabled. */
  readonly conversion?: any;
}

type Rule = readonly [refused: boolean, reason: string];

/** The reason why AWS would refuse a stream; undefined if there is none. */
export function refusal(name: string, destination: Destination): string | undefined {
  const { bucket, compression, fileExtension, bufferSeconds, bufferMebibytes, prefix, errorPrefix, conversion } = destination;
  const smallest = conversion ? 64 : 1;
  const rules: readonly Rule[] = [
    [!/^[\w.-]{1,64}$/.test(name), `its name must have 1 to 64 letters, digits, dots, hyphens and underscores, but is ${name}`],
    [!/^[\w.-]{1,255}$/.test(bucket) || !isFileName(bucket), `a bucket name has only letters, digits, dots and hyphens, but BucketARN names ${JSON.stringify(bucket)}`],
    [!/^(\.[0-9a-z!\-_.*'()]{1,127})?$/.test(fileExtension), `FileExtension must be a dot and lower-case letters, but is ${fileExtension}`],
    [!(bufferSeconds >= 0 && bufferSeconds <= 900), `IntervalInSeconds must be from 0 to 900, but is ${bufferSeconds}`],
    [!(bufferMebibytes >= smallest && bufferMebibytes <= 128), `SizeInMBs must be from ${smallest} to 128${conversion ? ' with format conversion' : ''}, but is ${bufferMebibytes}`],
    [prefix.includes('!{') && !errorPrefix.includes('!{firehose:error-output-type}'),
      `Prefix has expressions, so ErrorOutputPrefix must contain !{firehose:error-output-type}, but is ${JSON.stringify(errorPrefix)}`],
    [conversion && compression !== 'UNCOMPRESSED', `CompressionFormat must be UNCOMPRESSED with format conversion, which compresses files itself, but is ${compression}`],
    [conversion && !(conversion.SchemaConfiguration?.DatabaseName && conversion.SchemaConfiguration.TableName), 'its format conversion has no SchemaConfiguration'],
  ];
  return rules.find(([refused]) => refused)?.[1];
}

/** The setting that AWS accepts and the preview does not support; undefined if there is none. */
export function unsupported({ compression, conversion, timeZone }: Destination): string | undefined {
  const rules: readonly Rule[] = [
    [!['GZIP', 'UNCOMPRESSED'].includes(compression), `CompressionFormat must be GZIP or UNCOMPRESSED, but is ${compression}`],
    [conversion && !conversion.OutputFormatConfiguration?.Serializer?.ParquetSerDe, 'the output format of its conversion must be ParquetSerDe'],
    [timeZone !== 'UTC', `CustomTimeZone must be UTC, but is ${timeZone}`],
  ];
  return rules.find(([refused]) => refused)?.[1];
}
