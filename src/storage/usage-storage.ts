import * as s3 from 'aws-cdk-lib/aws-s3';
import type { BucketStorageOptions, ManagedStorageOptions } from './storage-options';

/** A bucket to create, or one that exists. */
export type RequestedStorage =
  | { readonly managed: ManagedStorageOptions }
  | { readonly bucket: s3.IBucket; readonly options: BucketStorageOptions };

/**
 * Where the files are stored.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html
 * @example
 * new ApiUsageAnalytics(stack, 'Usage', {
 *   stages: [api.deploymentStage],
 *   storage: UsageStorage.managed({ expireAfter: Duration.days(730) }),
 * });
 */
export class UsageStorage {
  /** A bucket that the construct creates: encrypted, private, with TLS only, and retained when its stack is deleted. */
  public static managed(options: ManagedStorageOptions = {}): UsageStorage {
    return new UsageStorage({ managed: options });
  }

  /**
   * A bucket that exists, from this app or imported. The construct does not change its notifications. If the bucket is
   * imported, a warning at synthesis names the lifecycle rules and the policy to add.
   */
  public static bucket(bucket: s3.IBucket, options: BucketStorageOptions = {}): UsageStorage {
    return new UsageStorage({ bucket, options });
  }

  /** @internal */
  public readonly _requested: RequestedStorage;

  private constructor(requested: RequestedStorage) {
    this._requested = requested;
  }
}
