import { Duration } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';

/** The settings of a pipeline that its metrics, alarms and dashboard depend on. */
export interface Monitored {
  readonly deliveryStreamName: string;
  readonly bufferingInterval: Duration;
  readonly directoryInterval: Duration;
  /** Whether Firehose converts the rows. */
  readonly converted: boolean;
  /** Absent if partitions are computed. */
  readonly crawler?: glue.CfnCrawler;
}
