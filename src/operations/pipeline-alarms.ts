import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { ALARMS } from './alarm-declarations';
import { alarmLimits } from './alarm-limits';
import type { UsageAlarmsOptions } from './alarms-options';
import { Monitored } from './monitored';
import { operatingSection } from './operating-page';

/** The alarms of a pipeline. Its format and its catalog determine which ones it has. */
export class PipelineAlarms extends Construct {
  public readonly alarms: cloudwatch.Alarm[] = [];

  constructor(scope: Construct, id: string, monitored: Monitored, options: UsageAlarmsOptions) {
    super(scope, id);
    const limits = alarmLimits(scope, monitored, options);
    const { topic, actions = [] } = options;
    const allActions = topic ? [new SnsAction(topic), ...actions] : actions;
    for (const declared of ALARMS) {
      const condition = declared.condition(monitored, limits, this);
      if (!condition) continue;
      const alarm = new cloudwatch.Alarm(this, declared.id, {
        ...condition,
        alarmDescription: `${declared.says} What to do: ${operatingSection(declared.heading)}`,
      });
      alarm.addAlarmAction(...allActions);
      this.alarms.push(alarm);
    }
  }
}
