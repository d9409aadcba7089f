/**
 * How often Firehose calls the enrichment again if it is throttled, times out or crashes. Afterwards the batch goes to the
 * errors folder as it came. Decision 16 has the arithmetic.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html
 */
export const PROCESSOR_RETRIES = 10;
