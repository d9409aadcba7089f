import { environmentContract, field } from '../../functions/environment-contract';
import { DirectoryRules } from '../model';
import { CustomerRule } from '../rules/customer-rule';
import { DIRECTORY_SCOPES } from '../rules/directory-scope';
import { InternalKeyRule } from '../rules/internal-key-rule';

/** The configuration of the function that reads the directory. */
export interface DirectoryEnvironment extends DirectoryRules {
  readonly bucketName: string;
  /** Prefix of the directory's objects, with a slash at the end. */
  readonly directoryPrefix: string;
  readonly snapshotKey: string;
  /** Name of the delivery stream. It is the dimension of the metrics, and selects the stages that log to this pipeline. */
  readonly deliveryStreamName: string;
}

export const DIRECTORY_ENVIRONMENT = environmentContract<DirectoryEnvironment>({
  bucketName: field.text('BUCKET_NAME'),
  directoryPrefix: field.text('DIRECTORY_PREFIX'),
  snapshotKey: field.text('SNAPSHOT_KEY'),
  deliveryStreamName: field.text('DELIVERY_STREAM_NAME'),
  scope: field.choice('DIRECTORY_SCOPE', DIRECTORY_SCOPES),
  customer: field.json<CustomerRule>('CUSTOMER_IDENTITY'),
  internalKeys: field.json<InternalKeyRule>('INTERNAL_KEYS'),
});

/** The object key of the snapshot, which the directory's function writes and the enrichment reads. */
export function snapshotObjectKey(directoryPrefix: string): string {
  return `${directoryPrefix}snapshot.json`;
}
