import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Checks, duration, listOf, NUMBER, withMembers } from '../synth/checks';

/**
 * Options of the alarms of a pipeline.
 *
 * @example
 * usage.addAlarms({ topic: operators, deliveryDelay: Duration.minutes(30) });
 */
export interface UsageAlarmsOptions {
  /**
   * The Amazon SNS topic that each alarm notifies when it goes off.
   *
   * @default - none
   * @throws if it is not a topic
   */
  readonly topic?: sns.ITopic;

  /**
   * Actions of each alarm, in addition to the topic.
   *
   * @default - none
   * @throws if it is not a list of alarm actions
   */
  readonly actions?: cloudwatch.IAlarmAction[];

  /**
   * Delivery is late if the oldest record that is not in Amazon S3 yet is older than this, in whole seconds.
   *
   * @default - 15 minutes more than `bufferingInterval`
   * @throws if it is not a whole number of seconds, is not longer than `bufferingInterval` or is longer than the 24 hours
   * that Firehose keeps records
   */
  readonly deliveryDelay?: Duration;

  /**
   * The names of API keys, usage plans and APIs are too old if they were read longer ago than this, in whole seconds.
   *
   * @default - three times `directoryRefreshInterval`, at least 30 minutes
   * @throws if it is not a whole number of seconds, is not longer than `directoryRefreshInterval` or is longer than 7 days
   */
  readonly directoryAge?: Duration;

  /**
   * The alarm goes off if more than this percentage of the rows with an API key have a key that is not in the directory.
   *
   * @default 10
   * @throws if it is not a number from 0 to less than 100
   */
  readonly unknownKeyPercent?: number;
}

export const USAGE_ALARMS_OPTIONS: Checks<UsageAlarmsOptions> = {
  topic: withMembers('an sns.ITopic, such as sns.Topic.fromTopicArn(this, \'Topic\', arn)', 'topicArn'),
  actions: listOf('a list of cloudwatch.IAlarmAction, such as [new SnsAction(topic)]', withMembers('a cloudwatch.IAlarmAction, such as new SnsAction(topic)', 'bind')),
  deliveryDelay: duration('Duration.minutes(30)'),
  directoryAge: duration('Duration.hours(1)'),
  unknownKeyPercent: NUMBER,
};
