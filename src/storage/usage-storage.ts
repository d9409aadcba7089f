import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BoundStorage } from './bound-storage';
import { bindBucket } from './existing-bucket';
import { createBucket } from './managed-bucket';
import type { RecordFormats } from './record-formats';
import type { BucketStorageOptions, ManagedStorageOptions } from './storage-options';

/**
 * Where the files are stored.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html
 */
export class UsageStorage {
  /** A bucket that the construct creates: encrypted, private, with TLS only, and retained when its stack is deleted. */
  public static managed(options: ManagedStorageOptions = {}): UsageStorage {
    return new UsageStorage((scope, formats) => createBucket(scope, formats, options));
  }

  /**
   * A bucket that exists, from this app or imported. The construct does not change its notifications. If the bucket is
   * imported, a warning at synthesis names the lifecycle rules and the policy to add.
   */
  public static bucket(bucket: s3.IBucket, options: BucketStorageOptions = {}): UsageStorage {
    return new UsageStorage((scope, formats) => bindBucket(scope, bucket, formats, options));
  }

  /** @internal */
  public readonly _bind: (scope: Construct, formats: RecordFormats) => BoundStorage;

  private constructor(bind: (scope: Construct, formats: RecordFormats) => BoundStorage) {
    this._bind = bind;
  }
}
