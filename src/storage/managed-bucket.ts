import { RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { BoundStorage } from './bound-storage';
import { claimFolders } from './claimed-folders';
import { Folders } from './folders';
import { lifecycleRules } from './lifecycle';
import type { RecordFormats } from './record-formats';
import { MANAGED_STORAGE_OPTIONS, ManagedStorageOptions } from './storage-options';
import { requireOptions } from '../synth/guard';
import { usageError } from '../synth/usage-error';

/** Creates a bucket for one pipeline. */
export function createBucket(scope: Construct, formats: RecordFormats, options: ManagedStorageOptions): BoundStorage {
  requireOptions(scope, 'UsageStorage.managed', MANAGED_STORAGE_OPTIONS, options);
  const folders = new Folders('', formats);
  const removalPolicy = options.removalPolicy ?? RemovalPolicy.RETAIN;
  if (options.autoDeleteObjects && removalPolicy !== RemovalPolicy.DESTROY) {
    throw usageError(scope, `autoDeleteObjects needs removalPolicy: RemovalPolicy.DESTROY, got '${removalPolicy}'. `
      + 'Set both, or leave autoDeleteObjects out.');
  }
  const bucket = new s3.Bucket(scope, 'Bucket', {
    encryption: s3.BucketEncryption.S3_MANAGED,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    lifecycleRules: lifecycleRules(scope, folders, options),
    // Explicit, because archiveAfter depends on it. Smaller objects would be billed as 128 KB, and for the transition.
    transitionDefaultMinimumObjectSize: s3.TransitionDefaultMinimumObjectSize.ALL_STORAGE_CLASSES_128_K,
    removalPolicy,
    autoDeleteObjects: options.autoDeleteObjects,
  });
  claimFolders(scope, bucket, folders);
  return { bucket, folders, managed: true, expireAfter: options.expireAfter };
}
