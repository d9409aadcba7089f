import { Token } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { IConstruct } from 'constructs';
import { usageError } from '../synth/usage-error';

/** Minute, hour, day of the month, month, day of the week, year. One of the two days must be `?`. */
const CRON = /^cron\(\S+ \S+ (\? \S+ [^ ?]+|[^ ?]+ \S+ \?) \S+\)$/;

/** The schedule of a crawler. AWS Glue accepts cron expressions only. */
export function glueCron(scope: IConstruct, schedule: events.Schedule): string {
  const expression = schedule.expressionString;
  if (Token.isUnresolved(expression) || CRON.test(expression)) return expression;
  throw usageError(scope, 'schedule must be a cron expression of six fields, one of day-of-month and day-of-week being ?, because AWS Glue '
    + `accepts no other schedule, got '${expression}'. Use events.Schedule.expression('${cronLike(expression)}').`);
}

const MINUTES_IN: Record<string, number> = { minute: 1, hour: 60, day: 1440 };

/** The cron expression that is closest to a rate. For any other expression: once a night. */
function cronLike(expression: string): string {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const minutes = Number(count) * MINUTES_IN[unit];
  if (minutes < 60) return `cron(0/${Math.max(5, minutes)} * * * ? *)`;
  if (minutes < 1440) return `cron(0 0/${Math.min(23, Math.round(minutes / 60))} * * ? *)`;
  return 'cron(0 2 * * ? *)';
}
