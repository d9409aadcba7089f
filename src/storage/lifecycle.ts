import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { Folders } from './folders';
import type { ManagedStorageOptions } from './storage-options';
import { shown } from '../synth/shown';
import { usageError } from '../synth/usage-error';

/** How long records that could not be turned into rows are kept by default. */
export const ERRORS_EXPIRE_AFTER = Duration.days(14);

/** How long results of queries are kept: a query can be run again. */
export const RESULTS_EXPIRE_AFTER = Duration.days(7);

const UNFINISHED_UPLOADS_EXPIRE_AFTER = Duration.days(7);

/** The lifecycle rules of a bucket. They apply to requests, errors and query results, but not to the directory. */
export function lifecycleRules(scope: IConstruct, folders: Folders, options: ManagedStorageOptions): s3.LifecycleRule[] {
  const expireAfter = wholeDays(scope, 'expireAfter', options.expireAfter);
  const archiveAfter = wholeDays(scope, 'archiveAfter', options.archiveAfter);
  if (expireAfter && archiveAfter && expireAfter.toDays() <= archiveAfter.toDays()) {
    throw usageError(scope, `expireAfter must be longer than archiveAfter, got ${expireAfter.toDays()} days for expireAfter and ${archiveAfter.toDays()} days for archiveAfter: `
      + 'files would be deleted before they are archived. Raise expireAfter or leave archiveAfter out.');
  }
  // Files stay when the format changes, so the rules cover the folder of each format.
  const requests = Object.entries(folders.logsByFormat).map(([format, prefix]): s3.LifecycleRule => ({
    id: `requests-${format}`,
    prefix,
    expiration: expireAfter,
    transitions: archiveAfter && [{ storageClass: s3.StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: archiveAfter }],
    abortIncompleteMultipartUploadAfter: UNFINISHED_UPLOADS_EXPIRE_AFTER,
  }));
  return [...requests, {
    id: 'errors',
    prefix: folders.errors,
    expiration: wholeDays(scope, 'errorsExpireAfter', options.errorsExpireAfter) ?? ERRORS_EXPIRE_AFTER,
    abortIncompleteMultipartUploadAfter: UNFINISHED_UPLOADS_EXPIRE_AFTER,
  }, {
    id: 'results',
    prefix: folders.results,
    expiration: RESULTS_EXPIRE_AFTER,
    abortIncompleteMultipartUploadAfter: UNFINISHED_UPLOADS_EXPIRE_AFTER,
  }];
}

function wholeDays(scope: IConstruct, prop: string, duration: Duration | undefined): Duration | undefined {
  if (duration === undefined) return undefined;
  const days = duration.isUnresolved() ? NaN : duration.toDays({ integral: false });
  if (!Number.isInteger(days) || days < 1) {
    throw usageError(scope, `${prop} must be a whole number of days, at least one, got ${shown(duration)}. S3 lifecycle rules count in days.`);
  }
  return duration;
}
