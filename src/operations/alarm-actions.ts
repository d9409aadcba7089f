import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { IConstruct } from 'constructs';
import type { UsageAlarmsOptions } from './alarms-options';
import { usageError } from '../synth/usage-error';

/** What every alarm does when it goes off. */
export function alarmActions(scope: IConstruct, { topic, actions = [] }: UsageAlarmsOptions): cloudwatch.IAlarmAction[] {
  if (topic !== undefined && typeof (topic as Partial<typeof topic> | null)?.topicArn !== 'string') {
    throw usageError(scope, `topic of addAlarms must be an sns.ITopic, got ${shown(topic)}. Import a topic with sns.Topic.fromTopicArn.`);
  }
  const wrong = Array.isArray(actions) ? actions.find((action: Partial<cloudwatch.IAlarmAction> | null) => typeof action?.bind !== 'function') : actions;
  if (!Array.isArray(actions) || wrong !== undefined) {
    throw usageError(scope, `actions of addAlarms must be a list of cloudwatch.IAlarmAction, such as those of aws-cdk-lib/aws-cloudwatch-actions, got ${shown(wrong)}.`);
  }
  return topic ? [new SnsAction(topic), ...actions] : actions;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : typeof value;
}
