import { InputError } from '../input-error';
import { evaluatePrefix, hasExpression } from './object-prefix';
import { processorSettings, ProcessorSettings } from './processor-settings';
import { Resource } from '../template/resource';

/** A delivery stream as its template declares it, with the service's defaults filled in. */
export interface StreamSettings {
  readonly name: string;
  readonly arn: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly errorPrefix: string;
  readonly bufferSeconds: number;
  readonly bufferBytes: number;
  readonly gzip: boolean;
  readonly fileExtension: string;
  readonly processor: ProcessorSettings;
  /** The Glue table whose columns a Parquet file gets. */
  readonly conversion?: { readonly database: string; readonly table: string };
}

const MIB = 1024 * 1024;

/** The stream's settings; refuses what the service refuses. Undefined if the stream has no Lambda processor. */
export function streamSettings(stream: Resource): StreamSettings | undefined {
  const destination = stream.property<any>('ExtendedS3DestinationConfiguration');
  const processor = destination && processorSettings(destination.ProcessingConfiguration, stream.logicalId);
  if (!processor) return undefined;
  const refuse = (reason: string): never => {
    throw new InputError(`delivery stream ${stream.logicalId} would be refused by AWS: ${reason}.`);
  };

  const format = destination.DataFormatConversionConfiguration;
  const conversion = format && format.Enabled !== false
    ? { database: format.SchemaConfiguration?.DatabaseName, table: format.SchemaConfiguration?.TableName }
    : undefined;
  if (conversion && !format.OutputFormatConfiguration?.Serializer?.ParquetSerDe) {
    refuse('its DataFormatConversionConfiguration names no ParquetSerDe, the one output format that the preview writes');
  }
  if (conversion && !(conversion.database && conversion.table)) refuse('its DataFormatConversionConfiguration has no SchemaConfiguration');

  const compression = destination.CompressionFormat ?? 'UNCOMPRESSED';
  if (!['GZIP', 'UNCOMPRESSED'].includes(compression)) {
    refuse(`CompressionFormat is ${compression}; the preview writes GZIP or UNCOMPRESSED`);
  }
  if (conversion && compression !== 'UNCOMPRESSED') refuse(`CompressionFormat is ${compression} beside a format conversion, which compresses by itself`);

  const seconds = Number(destination.BufferingHints?.IntervalInSeconds ?? 300);
  const size = Number(destination.BufferingHints?.SizeInMBs ?? (conversion ? 128 : 5));
  if (!(seconds >= 0 && seconds <= 900)) refuse(`IntervalInSeconds is ${seconds}, and must be from 0 to 900`);
  const smallest = conversion ? 64 : 1;
  if (!(size >= smallest && size <= 128)) refuse(`SizeInMBs is ${size}, and must be from ${smallest} to 128${conversion ? ' with format conversion' : ''}`);

  const prefix = destination.Prefix ?? '';
  const errorPrefix = destination.ErrorOutputPrefix ?? '';
  if (hasExpression(prefix) && !errorPrefix.includes('!{firehose:error-output-type}')) {
    refuse(`Prefix has expressions, so ErrorOutputPrefix must contain !{firehose:error-output-type}, and it is ${JSON.stringify(errorPrefix)}`);
  }
  if (!['UTC', undefined].includes(destination.CustomTimeZone)) {
    throw new InputError(`delivery stream ${stream.logicalId} has the time zone ${destination.CustomTimeZone}; the preview evaluates prefixes in UTC only.`);
  }
  // Evaluated once, so that a wrong pattern is found before anything is delivered.
  for (const each of [prefix, errorPrefix]) evaluatePrefix(each, { arrival: 0, errorOutputType: 'processing-failed', random: '' });

  return {
    name: stream.physicalId,
    arn: String(stream.stack.getAtt(stream.logicalId, 'Arn')),
    bucket: String(destination.BucketARN).replace(/^arn:[^:]*:s3:::/, ''),
    prefix,
    errorPrefix,
    bufferSeconds: seconds,
    bufferBytes: size * MIB,
    gzip: compression === 'GZIP',
    fileExtension: destination.FileExtension || (conversion ? '.parquet' : compression === 'GZIP' ? '.gz' : ''),
    processor,
    conversion,
  };
}
