import { Duration, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import type { UsageAlarmsOptions } from './alarms-options';
import { Monitored } from './monitored';
import { shown } from '../synth/shown';
import { usageError } from '../synth/usage-error';

/** The limits that options can set, with their defaults applied. */
export interface AlarmLimits {
  readonly deliveryDelaySeconds: number;
  readonly directoryAgeSeconds: number;
  readonly unknownKeyPercent: number;
}

const DELIVERY_SLACK = Duration.minutes(15);
const SHORTEST_DIRECTORY_AGE = Duration.minutes(30);
const RUNS_MISSED = 3;
const UNKNOWN_KEY_PERCENT = 10;

/** How long Firehose keeps the records of a direct PUT stream that it cannot deliver. */
export const FIREHOSE_RETENTION = Duration.hours(24);
const LONGEST_DIRECTORY_AGE = Duration.days(7);

export function alarmLimits(scope: IConstruct, monitored: Monitored, options: UsageAlarmsOptions): AlarmLimits {
  const { bufferingInterval, directoryInterval } = monitored;
  const runs = Duration.seconds(Math.max(SHORTEST_DIRECTORY_AGE.toSeconds(), RUNS_MISSED * directoryInterval.toSeconds()));
  const { deliveryDelay = bufferingInterval.plus(DELIVERY_SLACK), directoryAge = runs, unknownKeyPercent = UNKNOWN_KEY_PERCENT } = options;
  return {
    deliveryDelaySeconds: secondsWithin(scope, 'deliveryDelay', deliveryDelay, ['bufferingInterval', bufferingInterval], FIREHOSE_RETENTION,
      'Firehose buffers records for bufferingInterval, and discards those that it cannot deliver within 24 hours.'),
    directoryAgeSeconds: secondsWithin(scope, 'directoryAge', directoryAge, ['directoryRefreshInterval', directoryInterval], LONGEST_DIRECTORY_AGE,
      'Names are up to directoryRefreshInterval old even if every run succeeds.'),
    unknownKeyPercent: percent(scope, unknownKeyPercent),
  };
}

function secondsWithin(
  scope: IConstruct, option: string, value: Duration, [prop, above]: [string, Duration], most: Duration, reason: string,
): number {
  const seconds = value.isUnresolved() ? NaN : value.toMilliseconds() / 1000;
  if (!Number.isInteger(seconds) || seconds <= above.toSeconds() || seconds > most.toSeconds()) {
    throw usageError(scope, `${option} of addAlarms must be a Duration in whole seconds, longer than ${prop} (${above.toHumanString()}) and at most `
      + `${most.toHumanString()}, got ${shown(value)}. ${reason}`);
  }
  return seconds;
}

function percent(scope: IConstruct, value: number): number {
  if (Token.isUnresolved(value) || !(value >= 0 && value < 100)) {
    throw usageError(scope, `unknownKeyPercent of addAlarms must be a number from 0 to less than 100, got ${shown(value)}. A share is never above 100.`);
  }
  return value;
}
