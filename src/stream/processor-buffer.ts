import { Duration, Size } from 'aws-cdk-lib';

/**
 * How much Firehose gathers for one call of the enrichment. It bounds the call's answer, which must not pass 6 MB: a
 * short record gains names, a byte can become six (a control character, written in JSON), and base64 makes four of
 * three. A quarter of a MiB holds that for the worst records the columns allow; a test computes it from them.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
 */
export const PROCESSOR_BUFFER_SIZE = Size.kibibytes(256);

/** Firehose's own default. */
export const PROCESSOR_BUFFER_INTERVAL = Duration.seconds(60);
