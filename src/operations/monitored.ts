import { Duration } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';

/** What metrics, alarms and the dashboard of one pipeline depend on. */
export interface Monitored {
  readonly deliveryStreamName: string;
  readonly bufferingInterval: Duration;
  readonly directoryInterval: Duration;
  /** Whether Firehose converts the rows. */
  readonly converted: boolean;
  /** Absent if partitions are computed. */
  readonly crawler?: glue.CfnCrawler;
}
