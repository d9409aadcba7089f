import { Duration, Size } from 'aws-cdk-lib';

/**
 * How much Firehose buffers for one call of the enrichment. The response may not exceed 6 MB, and rows are longer than
 * records: names are added, a control character takes six bytes in JSON, and base64 adds a third. A test computes the worst
 * case from the columns.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
 */
export const PROCESSOR_BUFFER_SIZE = Size.kibibytes(256);

/** The default of Firehose. */
export const PROCESSOR_BUFFER_INTERVAL = Duration.seconds(60);
