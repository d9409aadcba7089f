import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Checks, duration, FLAG, TEXT, valueOf, withMembers } from '../synth/checks';

/**
 * Options of a bucket that the construct creates.
 *
 * @example
 * UsageStorage.managed({ archiveAfter: Duration.days(90), expireAfter: Duration.days(730) });
 */
export interface ManagedStorageOptions {
  /**
   * How long requests are kept, in whole days.
   *
   * @default - for ever
   * @throws if it is not a whole number of days, is less than a day, or is not longer than `archiveAfter`
   */
  readonly expireAfter?: Duration;

  /**
   * When requests move to Amazon S3 Glacier Instant Retrieval, in whole days. Storing files there is cheaper, reading them is
   * more expensive, and Athena still reads them. Only files of at least 128 KB move, because smaller ones would be billed as
   * 128 KB. A longer `bufferingInterval` makes larger files: see `docs/files.md`.
   *
   * @default - never
   * @throws if it is not a whole number of days or is less than a day
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
   */
  readonly archiveAfter?: Duration;

  /**
   * How long records that could not be turned into rows are kept, in whole days. They contain raw data.
   *
   * @default Duration.days(14)
   * @throws if it is not a whole number of days or is less than a day
   */
  readonly errorsExpireAfter?: Duration;

  /**
   * What happens to the bucket when it is removed from the stack or the stack is deleted.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Whether to empty the bucket before it is deleted. It requires that `removalPolicy` is `RemovalPolicy.DESTROY`.
   *
   * @default false
   * @throws if the removal policy is not `RemovalPolicy.DESTROY`
   */
  readonly autoDeleteObjects?: boolean;
}

const DAYS = duration('Duration.days(90)');

export const MANAGED_STORAGE_OPTIONS: Checks<ManagedStorageOptions> = {
  expireAfter: DAYS,
  archiveAfter: DAYS,
  errorsExpireAfter: DAYS,
  removalPolicy: valueOf('RemovalPolicy', RemovalPolicy, 'DESTROY'),
  autoDeleteObjects: FLAG,
};

/**
 * Options of a bucket that exists.
 *
 * @example
 * UsageStorage.bucket(bucket, { prefix: 'usage/' });
 */
export interface BucketStorageOptions {
  /**
   * The prefix of all objects of this pipeline. A slash is added at the end if it has none.
   *
   * @default - the bucket's root
   * @throws if it is a token, begins with a slash, or has characters other than letters, digits and `!-_.*'()/=`
   */
  readonly prefix?: string;

  /**
   * How long records that could not be turned into rows are kept, in whole days. They contain raw data. If the bucket is
   * imported, a warning at synthesis names the lifecycle rule to add.
   *
   * @default Duration.days(14)
   * @throws if it is not a whole number of days or is less than a day
   */
  readonly errorsExpireAfter?: Duration;
}

export const BUCKET_STORAGE_OPTIONS: Checks<BucketStorageOptions> = {
  prefix: TEXT,
  errorsExpireAfter: DAYS,
};

export const BUCKET = withMembers('an s3.IBucket, such as s3.Bucket.fromBucketName(this, \'Bucket\', name)', 'bucketArn', 'arnForObjects');
