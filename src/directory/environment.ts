import { environmentContract, field } from '../functions/environment-contract';

/** What the function that reads the directory is told at synth. */
export interface DirectoryEnvironment {
  readonly bucketName: string;
  /** Prefix of the directory's objects, with its slash. */
  readonly directoryPrefix: string;
  readonly snapshotKey: string;
  /** Name of the delivery stream: it tells the metrics of two pipelines apart. */
  readonly deliveryStreamName: string;
}

export const directoryEnvironment = environmentContract<DirectoryEnvironment>({
  bucketName: field.text('BUCKET_NAME'),
  directoryPrefix: field.text('DIRECTORY_PREFIX'),
  snapshotKey: field.text('SNAPSHOT_KEY'),
  deliveryStreamName: field.text('DELIVERY_STREAM_NAME'),
});

/** Where the snapshot lies: written by the directory's function, read by the enrichment. */
export function snapshotKey(directoryPrefix: string): string {
  return `${directoryPrefix}snapshot.json`;
}
