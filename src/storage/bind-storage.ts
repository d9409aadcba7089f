import { Construct } from 'constructs';
import { BoundStorage } from './bound-storage';
import { bindBucket } from './existing-bucket';
import { createBucket } from './managed-bucket';
import type { RecordFormats } from './record-formats';
import { UsageStorage } from './usage-storage';

/** Creates the bucket of the pipeline, or uses the one that exists. */
export function bindStorage(scope: Construct, storage: UsageStorage, formats: RecordFormats): BoundStorage {
  const { _requested: requested } = storage;
  return 'managed' in requested
    ? createBucket(scope, formats, requested.managed)
    : bindBucket(scope, requested.bucket, formats, requested.options);
}
