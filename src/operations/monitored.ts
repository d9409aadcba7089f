import { Duration } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';

/** What metrics, alarms and the dashboard of one pipeline depend on. */
export interface Monitored {
  readonly deliveryStreamName: string;
  readonly bufferingInterval: Duration;
  readonly directoryInterval: Duration;
  /** Whether Firehose converts the rows. */
  readonly converted: boolean;
  /** Absent where partitions are computed; then no function registers partitions either. */
  readonly crawler?: glue.CfnCrawler;
}
