import { environmentContract, field } from '../../functions/environment-contract';
import { DirectoryRules } from '../model';
import { CustomerRule } from '../rules/customer-rule';
import { DIRECTORY_SCOPES } from '../rules/directory-scope';
import { InternalKeyRule } from '../rules/internal-key-rule';

/** What the function that reads the directory is told at synth. */
export interface DirectoryEnvironment extends DirectoryRules {
  readonly bucketName: string;
  /** Prefix of the directory's objects, with its slash. */
  readonly directoryPrefix: string;
  readonly snapshotKey: string;
  /** Name of the delivery stream: it tells the metrics of two pipelines apart, and the stages that log to this one. */
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

/** Where the snapshot lies: written by the directory's function, read by the enrichment. */
export function snapshotObjectKey(directoryPrefix: string): string {
  return `${directoryPrefix}snapshot.json`;
}
