import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BoundStorage } from './bound-storage';
import { bindBucket } from './existing-bucket';
import { createBucket } from './managed-bucket';
import type { RecordFormats } from './record-formats';
import type { BucketStorageOptions, ManagedStorageOptions } from './storage-options';

/**
 * Where the files lie.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html
 */
export class UsageStorage {
  /** A bucket that the construct makes: encrypted, private, TLS only, and retained when its stack is deleted. */
  public static managed(options: ManagedStorageOptions = {}): UsageStorage {
    return new UsageStorage((scope, formats) => createBucket(scope, formats, options));
  }

  /**
   * A bucket that exists, made in this app or imported. Its notifications are never touched. Where its lifecycle or its
   * policy cannot be changed either, a warning at synthesis names the rules to add.
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
