import { CALLER_ADDRESS_MODES, CallerAddressMode } from './kept-address';
import { environmentContract, field } from '../functions/environment-contract';
import { ColumnDifference } from '../schema/log-schema';

/** The configuration that the construct passes to the enrichment function. */
export interface EnrichmentConfiguration {
  readonly bucketName: string;
  /** Object key of the snapshot of the directory. */
  readonly snapshotKey: string;
  /** Name of the delivery stream, which is the dimension of the metrics. */
  readonly deliveryStreamName: string;
  readonly callerAddress: CallerAddressMode;
  /** ARN of the secret with the key for hashing addresses; empty if they are not hashed. */
  readonly addressKeyArn: string;
  /** The difference from the default columns, so that all pipelines share one bundle. */
  readonly columns: ColumnDifference;
}

export const ENRICHMENT_ENVIRONMENT = environmentContract<EnrichmentConfiguration>({
  bucketName: field.text('BUCKET_NAME'),
  snapshotKey: field.text('SNAPSHOT_KEY'),
  deliveryStreamName: field.text('DELIVERY_STREAM_NAME'),
  callerAddress: field.choice('CALLER_ADDRESS', CALLER_ADDRESS_MODES),
  addressKeyArn: field.text('CALLER_ADDRESS_KEY_ARN'),
  columns: field.json<ColumnDifference>('COLUMN_DIFFERENCE'),
});
