import { MetricDeclaration } from './metrics';

export const FIREHOSE_NAMESPACE = 'AWS/Firehose';
export const FIREHOSE_DIMENSION = 'DeliveryStreamName';

/**
 * The metrics of the delivery stream that Firehose emits.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
 */
export const FIREHOSE_METRICS = {
  incomingRecords: { name: 'IncomingRecords', unit: 'Count', statistic: 'Sum', meaning: 'Records that the stream accepted.' },
  incomingBytes: { name: 'IncomingBytes', unit: 'Bytes', statistic: 'Sum', meaning: 'Bytes that the stream accepted.' },
  incomingPutRequests: { name: 'IncomingPutRequests', unit: 'Count', statistic: 'Sum', meaning: 'Put requests that the stream accepted.' },
  recordsPerSecondLimit: { name: 'RecordsPerSecondLimit', unit: 'Count', statistic: 'Minimum', meaning: 'Records a second that the stream accepts at most.' },
  bytesPerSecondLimit: { name: 'BytesPerSecondLimit', unit: 'Bytes', statistic: 'Minimum', meaning: 'Bytes a second that the stream accepts at most.' },
  putRequestsPerSecondLimit: {
    name: 'PutRequestsPerSecondLimit', unit: 'Count', statistic: 'Minimum', meaning: 'Put requests a second that the stream accepts at most.',
  },
  throttledRecords: { name: 'ThrottledRecords', unit: 'Count', statistic: 'Sum', meaning: 'Records that the stream refused because a quota was exceeded.' },
  processingSuccess: {
    name: 'ExecuteProcessing.Success', unit: 'Count', statistic: 'Minimum', meaning: 'Share of the calls of the enrichment that succeeded, from 0 to 1.',
  },
  failedConversions: {
    name: 'FailedConversion.Records', unit: 'Count', statistic: 'Sum', meaning: 'Rows that could not be converted to Parquet.',
  },
  deliverySuccess: {
    name: 'DeliveryToS3.Success', unit: 'Count', statistic: 'Minimum', meaning: 'Share of the writes to Amazon S3 that succeeded, from 0 to 1.',
  },
  deliveryFreshness: {
    name: 'DeliveryToS3.DataFreshness', unit: 'Seconds', statistic: 'Maximum', meaning: 'Age of the oldest record that is not in Amazon S3 yet.',
  },
} as const satisfies Record<string, MetricDeclaration>;

export type FirehoseMetricId = keyof typeof FIREHOSE_METRICS;
