import { CALLER_ADDRESS_MODES, CallerAddressMode } from './kept-address';
import { environmentContract, field } from '../functions/environment-contract';
import { ColumnDifference } from '../schema/log-schema';

/** What the enrichment function is told by the construct. */
export interface EnrichmentConfiguration {
  readonly bucketName: string;
  /** Object key of the directory's snapshot. */
  readonly snapshotKey: string;
  /** Name of the delivery stream: the dimension of the metrics. */
  readonly deliveryStreamName: string;
  readonly callerAddress: CallerAddressMode;
  /** The secret with the key that addresses are hashed with; empty where they are not. */
  readonly addressKeyArn: string;
  /** Only what differs from our columns travels, so that an owner's columns need no new bundle. */
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
