import { isFileName } from '../storage/file-names';

/** A stream's ExtendedS3DestinationConfiguration, resolved, with the service's defaults where it leaves something out. */
export interface Destination {
  readonly bucket: string;
  readonly compression: string;
  readonly fileExtension: string;
  readonly bufferSeconds: number;
  readonly bufferMebibytes: number;
  readonly prefix: string;
  readonly errorPrefix: string;
  readonly timeZone: string;
  /** DataFormatConversionConfiguration, where it is on. */
  readonly conversion?: any;
}

type Rule = readonly [refused: boolean, reason: string];

/** Why AWS would refuse a stream; undefined if it would take it. */
export function refusal(name: string, destination: Destination): string | undefined {
  const { bucket, compression, fileExtension, bufferSeconds, bufferMebibytes, prefix, errorPrefix, conversion } = destination;
  const smallest = conversion ? 64 : 1;
  const rules: readonly Rule[] = [
    [!/^[\w.-]{1,64}$/.test(name), `its name ${name} must have 1 to 64 letters, digits, dots, hyphens and underscores`],
    [!/^[\w.-]{1,255}$/.test(bucket) || !isFileName(bucket), `BucketARN names the bucket ${JSON.stringify(bucket)}; a bucket's name has letters, digits, dots and hyphens only`],
    [!/^(\.[0-9a-z!\-_.*'()]{1,127})?$/.test(fileExtension), `FileExtension is ${fileExtension}, and must be a dot and lower-case letters`],
    [!(bufferSeconds >= 0 && bufferSeconds <= 900), `IntervalInSeconds is ${bufferSeconds}, and must be from 0 to 900`],
    [!(bufferMebibytes >= smallest && bufferMebibytes <= 128), `SizeInMBs is ${bufferMebibytes}, and must be from ${smallest} to 128${conversion ? ' with format conversion' : ''}`],
    [prefix.includes('!{') && !errorPrefix.includes('!{firehose:error-output-type}'),
      `Prefix has expressions, so ErrorOutputPrefix must contain !{firehose:error-output-type}, and it is ${JSON.stringify(errorPrefix)}`],
    [conversion && compression !== 'UNCOMPRESSED', `CompressionFormat is ${compression} beside a format conversion, which compresses by itself`],
    [conversion && !(conversion.SchemaConfiguration?.DatabaseName && conversion.SchemaConfiguration.TableName), 'its format conversion has no SchemaConfiguration'],
  ];
  return rules.find(([refused]) => refused)?.[1];
}

/** What AWS takes and the preview does not do. */
export function unsupported({ compression, conversion, timeZone }: Destination): string | undefined {
  const rules: readonly Rule[] = [
    [!['GZIP', 'UNCOMPRESSED'].includes(compression), `CompressionFormat ${compression}: the preview writes GZIP and UNCOMPRESSED`],
    [conversion && !conversion.OutputFormatConfiguration?.Serializer?.ParquetSerDe, 'another output format than ParquetSerDe: the preview converts to Parquet only'],
    [timeZone !== 'UTC', `CustomTimeZone ${timeZone}: the preview evaluates prefixes in UTC only`],
  ];
  return rules.find(([refused]) => refused)?.[1];
}
