import { environmentContract, field } from '../../functions/environment-contract';

/** What the function that registers partitions is told at synthesis. */
export interface RegistrationEnvironment {
  /** Name of the delivery stream: it tells the metrics of two pipelines apart. */
  readonly deliveryStreamName: string;
  readonly databaseName: string;
  readonly tableName: string;
  /** Where the files of the table are, as the stack declares it. */
  readonly location: string;
  /** The table of the previous format; empty if none is declared. */
  readonly previousTableName: string;
  /** How many days the files are kept; 0 if they do not expire. */
  readonly expireAfterDays: number;
}

export const REGISTRATION_ENVIRONMENT = environmentContract<RegistrationEnvironment>({
  deliveryStreamName: field.text('DELIVERY_STREAM_NAME'),
  databaseName: field.text('DATABASE_NAME'),
  tableName: field.text('TABLE_NAME'),
  location: field.text('TABLE_LOCATION'),
  previousTableName: field.text('PREVIOUS_TABLE_NAME'),
  expireAfterDays: field.integer('EXPIRE_AFTER_DAYS'),
});
