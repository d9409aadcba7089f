import { InputError } from '../input-error';
import { evaluatePrefix } from './object-prefix';
import { processorSettings, ProcessorSettings } from './processor-settings';
import { Destination, refusal, unsupported } from './stream-refusals';
import { staysBelow } from '../storage/file-names';
import { Resource } from '../template/resource';

/** A delivery stream as declared in a template, with the defaults of Firehose. */
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
  /** The Glue table with the columns of Parquet files. */
  readonly conversion?: { readonly database: string; readonly table: string };
}

/**
 * The settings of a stream; undefined if it has no Lambda processor.
 * @throws InputError if AWS would refuse the stream
 */
export function streamSettings(stream: Resource): StreamSettings | undefined {
  const configuration = stream.property<any>('ExtendedS3DestinationConfiguration');
  const processor = configuration && processorSettings(configuration.ProcessingConfiguration, stream.logicalId);
  if (!processor) return undefined;
  const destination = withDefaults(configuration);
  const { bucket, prefix, errorPrefix, bufferSeconds, bufferMebibytes, compression, fileExtension, conversion } = destination;

  const refused = refusal(stream.physicalId, destination);
  if (refused) throw new InputError(`AWS would refuse delivery stream ${stream.logicalId}: ${refused}.`);
  const beyond = unsupported(destination);
  if (beyond) throw new InputError(`the preview does not support delivery stream ${stream.logicalId}: ${beyond}.`);
  // Evaluated here to find a wrong pattern before anything is delivered.
  for (const each of [prefix, errorPrefix]) {
    if (!staysBelow(evaluatePrefix(each, { arrival: 0, errorOutputType: 'processing-failed', random: '' }))) {
      throw new InputError(`delivery stream ${stream.logicalId} has the prefix ${JSON.stringify(each)}. The preview stores objects as files, so no part of a prefix may be . or ..`);
    }
  }

  return {
    name: stream.physicalId,
    arn: String(stream.stack.getAtt(stream.logicalId, 'Arn')),
    bucket,
    prefix,
    errorPrefix,
    bufferSeconds,
    bufferBytes: bufferMebibytes * 1024 * 1024,
    gzip: compression === 'GZIP',
    fileExtension: fileExtension || (conversion ? '.parquet' : compression === 'GZIP' ? '.gz' : ''),
    processor,
    conversion: conversion && { database: conversion.SchemaConfiguration.DatabaseName, table: conversion.SchemaConfiguration.TableName },
  };
}

function withDefaults(configuration: any): Destination {
  const format = configuration.DataFormatConversionConfiguration;
  const conversion = format?.Enabled === false ? undefined : format;
  return {
    bucket: String(configuration.BucketARN).replace(/^arn:[^:]*:s3:::/, ''),
    compression: configuration.CompressionFormat ?? 'UNCOMPRESSED',
    fileExtension: configuration.FileExtension ?? '',
    bufferSeconds: Number(configuration.BufferingHints?.IntervalInSeconds ?? 300),
    bufferMebibytes: Number(configuration.BufferingHints?.SizeInMBs ?? (conversion ? 128 : 5)),
    prefix: configuration.Prefix ?? '',
    errorPrefix: configuration.ErrorOutputPrefix ?? '',
    timeZone: configuration.CustomTimeZone ?? 'UTC',
    conversion,
  };
}
