import { Annotations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { BoundStorage } from './bound-storage';
import { claimFolders } from './claimed-folders';
import { Folders } from './folders';
import { ERRORS_EXPIRE_AFTER, lifecycleRules, RESULTS_EXPIRE_AFTER } from './lifecycle';
import type { RecordFormats } from './record-formats';
import { BUCKET, BUCKET_STORAGE_OPTIONS, BucketStorageOptions } from './storage-options';
import { requireOptions, requireType } from '../synth/guard';
import { requireLiteral, usageError } from '../synth/usage-error';

/** Uses a bucket that exists. Adds the rules that the bucket lacks, or names them in a warning if the bucket is imported. */
export function bindBucket(scope: Construct, bucket: s3.IBucket, formats: RecordFormats, options: BucketStorageOptions): BoundStorage {
  requireType(scope, 'The bucket of UsageStorage.bucket', BUCKET, bucket);
  requireOptions(scope, 'UsageStorage.bucket', BUCKET_STORAGE_OPTIONS, options);
  const folders = new Folders(validPrefix(scope, options.prefix ?? ''), formats);
  claimFolders(scope, bucket, folders);
  const missing = [...addLifecycle(scope, bucket, folders, options), ...requireTls(bucket)];
  if (missing.length > 0) {
    Annotations.of(scope).addWarningV2('cdk-api-usage-analytics:bucketRules',
      `This app cannot change the bucket of UsageStorage.bucket(...). In the app or template that creates the bucket, add: ${missing.join('; ')}.`);
  }
  return { bucket, folders, managed: false };
}

function validPrefix(scope: Construct, prefix: string): string {
  requireLiteral(scope, 'prefix', prefix);
  if (!/^([a-zA-Z0-9!_.*'()=-][a-zA-Z0-9!_.*'()=/-]*)?$/.test(prefix) || prefix.includes('!{') || prefix.length > 300) {
    throw usageError(scope, `prefix must be at most 300 letters, digits and !-_.*'()/= and not begin with a slash, got '${prefix}'.`);
  }
  const segments = prefix.replace(/\/$/, '').split('/');
  if (prefix !== '' && segments.some((segment) => ['', '.', '..'].includes(segment))) {
    throw usageError(scope, `the parts of prefix between slashes must not be empty, '.' or '..', got '${prefix}'.`);
  }
  return prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
}

function addLifecycle(scope: Construct, bucket: s3.IBucket, folders: Folders, { errorsExpireAfter }: BucketStorageOptions): string[] {
  const rules = lifecycleRules(scope, folders, { errorsExpireAfter });
  // Only a bucket that an app creates has this method. `instanceof` fails if there are two copies of aws-cdk-lib.
  if ('addLifecycleRule' in bucket) {
    const own = bucket as s3.Bucket;
    for (const rule of rules) own.addLifecycleRule({ ...rule, id: `${scope.node.addr}-${rule.id}` });
    return [];
  }
  return [`a lifecycle rule that expires '${folders.errors}' (raw records that failed) after ${(errorsExpireAfter ?? ERRORS_EXPIRE_AFTER).toDays()} days, `
    + `one that expires '${folders.results}' (query results) after ${RESULTS_EXPIRE_AFTER.toDays()} days, and one that aborts incomplete multipart uploads below ${Object.values(folders.logsByFormat).map((folder) => `'${folder}'`).join(' and ')}`];
}

function requireTls(bucket: s3.IBucket): string[] {
  const { statementAdded } = bucket.addToResourcePolicy(new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:*'],
    resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  }));
  return statementAdded ? [] : ['a bucket policy statement that denies s3:* where aws:SecureTransport is false'];
}
