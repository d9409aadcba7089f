import { ArnFormat, CfnDeletionPolicy, Duration, Size, Stack } from 'aws-cdk-lib';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { buffering } from './buffering';
import { PROCESSOR_BUFFER_INTERVAL, PROCESSOR_BUFFER_SIZE } from './processor-buffer';
import { PROCESSOR_RETRIES } from './processor-retries';
import { streamRole } from './stream-role';
import { Catalog } from '../catalog/catalog';
import { declareLogGroup } from '../operations/log-group';
import { BoundStorage } from '../storage/bound-storage';
import { RecordFormats } from '../storage/record-formats';

export interface AccessLogStreamOptions {
  readonly streamName: string;
  readonly storage: BoundStorage;
  readonly formats: RecordFormats;
  readonly processor: lambda.IFunction;
  readonly catalog: Catalog;
  readonly bufferingInterval?: Duration;
  readonly bufferingSize?: Size;
  readonly logRetention: logs.RetentionDays;
}

/**
 * This must be explicit: an update keeps the settings that it does not mention, and Firehose refuses GZIP together with a
 * conversion.
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_UpdateDestination.html
 */
const NO_CONVERSION: firehose.CfnDeliveryStream.DataFormatConversionConfigurationProperty = { enabled: false };

/** The delivery stream from API Gateway through the enrichment to S3. */
export class AccessLogStream extends Construct {
  public readonly stream: firehose.CfnDeliveryStream;
  public readonly bufferingInterval: Duration;

  constructor(scope: Construct, id: string, options: AccessLogStreamOptions) {
    super(scope, id);
    const { storage, formats, processor, catalog } = options;
    const { current: format } = formats;
    const { bufferingInterval, bufferingSize } = options;
    const { compressionFormat, converted, fileExtension } = format.stream;
    const hints = buffering(scope, format.stream, bufferingInterval, bufferingSize);
    this.bufferingInterval = Duration.seconds(hints.intervalInSeconds);
    const logGroup = declareLogGroup(this, 'LogGroup', options.logRetention);
    const logStream = new logs.CfnLogStream(this, 'LogStream', { logGroupName: logGroup.logGroupName, logStreamName: 'delivery' });
    const role = streamRole(this, {
      storage,
      processor,
      logStreamArn: Stack.of(this).formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: `${logGroup.logGroupName}:log-stream:${logStream.ref}`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
      schema: converted || formats.previous?.stream.converted ? catalog : undefined,
    });

    this.stream = new firehose.CfnDeliveryStream(this, 'Resource', {
      deliveryStreamName: options.streamName,
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: storage.bucket.bucketArn,
        roleArn: role.roleArn,
        prefix: storage.folders.deliveryPrefix,
        errorOutputPrefix: storage.folders.errorPrefix,
        bufferingHints: hints,
        compressionFormat,
        fileExtension,
        cloudWatchLoggingOptions: { enabled: true, logGroupName: logGroup.logGroupName, logStreamName: logStream.ref },
        processingConfiguration: { enabled: true, processors: [lambdaProcessor(processor)] },
        dataFormatConversionConfiguration: converted ? this.conversion(catalog, role.roleArn) : NO_CONVERSION,
      },
    });
    // A renamed stream is replaced. Stages may log to the old one until their own stacks are deployed.
    this.stream.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
    this.stream.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
    // On deletion, the last flush of the stream must come before the bucket is emptied and its policy is deleted.
    this.stream.node.addDependency(storage.bucket);
  }

  private conversion({ database, table }: Catalog, roleArn: string): firehose.CfnDeliveryStream.DataFormatConversionConfigurationProperty {
    const { account, region } = Stack.of(this);
    return {
      enabled: true,
      inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
      outputFormatConfiguration: { serializer: { parquetSerDe: { compression: 'SNAPPY' } } },
      schemaConfiguration: { catalogId: account, region, roleArn, databaseName: database.ref, tableName: table.ref, versionId: 'LATEST' },
    };
  }
}

function lambdaProcessor(processor: lambda.IFunction): firehose.CfnDeliveryStream.ProcessorProperty {
  const parameters = {
    LambdaArn: processor.functionArn,
    BufferSizeInMBs: String(PROCESSOR_BUFFER_SIZE.toKibibytes() / 1024),
    BufferIntervalInSeconds: String(PROCESSOR_BUFFER_INTERVAL.toSeconds()),
    NumberOfRetries: String(PROCESSOR_RETRIES),
  };
  return {
    type: 'Lambda',
    parameters: Object.entries(parameters).map(([parameterName, parameterValue]) => ({ parameterName, parameterValue })),
  };
}
