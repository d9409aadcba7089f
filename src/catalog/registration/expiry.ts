import { PARTITION_MS, partitionStart } from '../../storage/partitions';

const DAY_MS = 86_400_000;

/**
 * Days between the end of an hour and the latest time at which its files begin to expire, beyond their age: Firehose
 * repeats a delivery for one day, and S3 rounds the expiry up to the next midnight. The third is for the deletion itself.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
 */
const SLACK_DAYS = 3;

/** Whether no file of a partition can be left. Before that, the crawler would register the partition again. */
export function hasExpired(values: readonly string[], now: number, expireAfterDays: number): boolean {
  return expireAfterDays > 0 && partitionStart(values) + PARTITION_MS + (expireAfterDays + SLACK_DAYS) * DAY_MS <= now;
}
