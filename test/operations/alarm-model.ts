import { Template } from 'aws-cdk-lib/assertions';
import { Json, listOf, theResource } from '../support/template';

/** A data point for each period, the oldest first; undefined where none was emitted. */
export type Series = readonly (number | undefined)[];

/** The data of an alarm: a series for each metric, by its name. A metric that is not listed has no data. */
export type Data = Readonly<Record<string, Series>>;

/** How many periods more than the evaluation periods CloudWatch looks back; the documentation does not give the number. */
const LOOKED_BACK = 2;

/**
 * The state of an alarm, as CloudWatch documents its evaluation: of the periods that it retrieves, the most recent that have
 * data are evaluated, and where there are too few of them, the treatment of missing data fills the rest.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data
 */
export function stateOf(template: Template, alarmId: string, data: Data): 'OK' | 'ALARM' {
  const { Properties: alarm } = theResource(template, 'AWS::CloudWatch::Alarm', `UsageAlarms${alarmId}`);
  const count = Number(alarm.EvaluationPeriods);
  const values = seriesOf(alarm, data, count + LOOKED_BACK);
  const present = values.filter((value) => value !== undefined);
  const evaluated = present.length >= count ? present.slice(-count).map((value) => breaches(alarm, value)) : [
    ...present.map((value) => breaches(alarm, value)),
    ...Array.from({ length: count - present.length }, () => alarm.TreatMissingData === 'breaching'),
  ];
  return evaluated.filter(Boolean).length >= Number(alarm.DatapointsToAlarm ?? count) ? 'ALARM' : 'OK';
}

/** Seconds that the alarm looks at, at most. */
export function secondsEvaluated(alarm: Json): number {
  return Number(alarm.EvaluationPeriods) * periodOf(alarm);
}

export function periodOf(alarm: Json): number {
  return Number(alarm.Period ?? Math.max(...listOf(alarm.Metrics).map(({ Period, MetricStat }) => Number(Period ?? MetricStat?.Period ?? 0))));
}

function breaches({ ComparisonOperator, Threshold }: Json, value: number): boolean {
  if (ComparisonOperator === 'GreaterThanThreshold') return value > Number(Threshold);
  if (ComparisonOperator === 'LessThanThreshold') return value < Number(Threshold);
  throw new Error(`The model does not know ${ComparisonOperator}.`);
}

function seriesOf(alarm: Json, data: Data, length: number): Series {
  return Array.from({ length }, (_, index) => valueAt(alarm, data, index - length));
}

/** The value of a period, counted from the end. */
function valueAt(alarm: Json, data: Data, fromEnd: number): number | undefined {
  const point = (metricName: string) => data[metricName]?.at(fromEnd);
  if (alarm.MetricName) return outside(data, alarm.MetricName, fromEnd) ? undefined : point(String(alarm.MetricName));
  const queries = Object.fromEntries(listOf(alarm.Metrics).map((query) => [query.Id, query]));
  const value = (id: string): number => {
    const { Expression, MetricStat } = queries[id];
    if (!Expression) return outside(data, MetricStat.Metric.MetricName, fromEnd) ? NaN : point(String(MetricStat.Metric.MetricName)) ?? NaN;
    const used = Object.keys(queries).filter((other) => new RegExp(`\\b${other}\\b`).test(String(Expression)));
    const functions = {
      IF: (condition: boolean, then: number, otherwise: number) => condition ? then : otherwise,
      MAX: (values: number[]) => Math.max(...values),
      PERIOD: () => periodOf(alarm),
    };
    const names = { ...functions, ...Object.fromEntries(used.map((other) => [other, value(other)])) };
    // A metric without data makes the expression one without data.
    if (used.some((other) => Number.isNaN(names[other as keyof typeof names]))) return NaN;
    return Number(new Function(...Object.keys(names), `return ${Expression};`)(...Object.values(names)));
  };
  const [returned] = listOf(alarm.Metrics).filter(({ ReturnData }) => ReturnData !== false);
  const result = value(String(returned.Id));
  return Number.isFinite(result) ? result : undefined;
}

function outside(data: Data, metricName: string, fromEnd: number): boolean {
  return -fromEnd > (data[metricName]?.length ?? 0);
}
