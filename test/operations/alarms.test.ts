import { Duration, Lazy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as sns from 'aws-cdk-lib/aws-sns';
import { stateOf, periodOf, secondsEvaluated } from './alarm-model';
import { ApiUsageAnalyticsProps, RecordFormat, UsageAlarmsOptions, UsageCatalog } from '../../src';
import { ALARMS } from '../../src/operations/alarm-declarations';
import { pipeline } from '../support/app';
import { readable } from '../support/readable';
import { propertiesOf, resourcesOf } from '../support/template';

function withAlarms(options?: UsageAlarmsOptions, props: ApiUsageAnalyticsProps = {}): Template {
  const { stack, usage } = pipeline(props);
  usage.addAlarms(options);
  return Template.fromStack(stack);
}

const idsOf = (template: Template) => Object.keys(resourcesOf(template, 'AWS::CloudWatch::Alarm'))
  .map((id) => ALARMS.find((alarm) => id.startsWith(`UsageAlarms${alarm.id}`))!.id);

const json = withAlarms();
const parquet = withAlarms({}, { format: RecordFormat.parquet() });
const NIGHT = Array.from({ length: 12 }, () => undefined);
const ALWAYS = (value: number) => Array.from({ length: 12 }, () => value);

test('a pipeline has the alarms that its format and catalog call for', () => {
  const all = ALARMS.map(({ id }) => id);
  expect(idsOf(parquet)).toEqual(all);
  expect(idsOf(json)).toEqual(all.filter((id) => id !== 'FailedConversions'));
  const projected = withAlarms({}, { catalog: UsageCatalog.projected() });
  expect(idsOf(projected)).toEqual(all.filter((id) => !['FailedConversions', 'UnregisteredPartitions', 'FailedCrawler'].includes(id)));
  expect(Object.keys(resourcesOf(projected, 'AWS::Events::Rule'))).toHaveLength(1);
});

test('without addAlarms there is no alarm', () => {
  expect(resourcesOf(Template.fromStack(pipeline().stack), 'AWS::CloudWatch::Alarm')).toEqual({});
});

test('an API without traffic at night is no alarm', () => {
  const scheduled = { DirectoryFailures: ALWAYS(0), PartitionFailures: ALWAYS(0), DirectoryAge: NIGHT };
  for (const id of idsOf(parquet)) expect([id, stateOf(parquet, id, scheduled)]).toEqual([id, 'OK']);
});

test('traffic without a fault is no alarm', () => {
  const data = {
    'DirectoryFailures': ALWAYS(0),
    'PartitionFailures': ALWAYS(0),
    'DirectoryAge': ALWAYS(330),
    'IncomingRecords': ALWAYS(60_000),
    'RecordsPerSecondLimit': ALWAYS(100_000),
    'IncomingBytes': ALWAYS(54_000_000),
    'BytesPerSecondLimit': ALWAYS(1_048_576),
    'IncomingPutRequests': ALWAYS(60_000),
    'PutRequestsPerSecondLimit': ALWAYS(1_000),
    'ThrottledRecords': ALWAYS(0),
    'RecordsGivenBack': ALWAYS(0),
    'KeyedRecords': ALWAYS(50_000),
    'UnknownKeys': ALWAYS(12),
    'ExecuteProcessing.Success': ALWAYS(1),
    'DeliveryToS3.Success': ALWAYS(1),
    'DeliveryToS3.DataFreshness': ALWAYS(420),
    'FailedConversion.Records': ALWAYS(0),
  };
  for (const id of idsOf(parquet)) expect([id, stateOf(parquet, id, data)]).toEqual([id, 'OK']);
});

test.each(['DirectoryFailures', 'UnregisteredPartitions'])('%s: a function that never runs is an alarm', (id) => {
  expect(stateOf(json, id, {})).toBe('ALARM');
});

test.each([['DirectoryFailures', 'DirectoryFailures'], ['UnregisteredPartitions', 'PartitionFailures']])(
  '%s: failures in a row are an alarm, a failure that the next run makes good is none', (id, metric) => {
    expect(stateOf(json, id, { [metric]: [0, 0, 1, 1, 1] })).toBe('ALARM');
    expect(stateOf(json, id, { [metric]: [0, 0, 0, 1, 0] })).toBe('OK');
    expect(stateOf(json, id, { [metric]: [0, 0, 0, undefined, 0] })).toBe('OK');
    expect(stateOf(json, id, { [metric]: [0, 0, 0, ...NIGHT] })).toBe('ALARM');
  });

test.each([
  ['StaleDelivery', { 'DeliveryToS3.DataFreshness': [900, 1801] }],
  ['FailedDelivery', { 'DeliveryToS3.Success': [1, 0.5] }],
  ['FailedEnrichment', { 'ExecuteProcessing.Success': [1, 0.9] }],
  ['RecordsGivenBack', { RecordsGivenBack: [0, 1] }],
  ['FailedConversions', { 'FailedConversion.Records': [0, 1] }],
  ['ThrottledStream', { ThrottledRecords: [0, 1] }],
  ['OldDirectory', { DirectoryAge: [300, 1801] }],
  ['UnknownKeys', { KeyedRecords: ALWAYS(100), UnknownKeys: ALWAYS(11) }],
  ['FailedCrawler', { TriggeredRules: [undefined, 1] }],
] as const)('%s goes off, and ends when there is no data any longer', (id, data: Record<string, readonly (number | undefined)[]>) => {
  expect(stateOf(parquet, id, data)).toBe('ALARM');
  const over = Object.fromEntries(Object.entries(data).map(([name, series]) => [name, [...series, ...NIGHT]]));
  expect(stateOf(parquet, id, over)).toBe('OK');
});

test.each([
  ['bytes', { IncomingBytes: [1_048_576 * 300 * 0.81], BytesPerSecondLimit: [1_048_576], IncomingRecords: [1], IncomingPutRequests: [1] }],
  ['records', { IncomingBytes: [1], BytesPerSecondLimit: [1_048_576], IncomingRecords: [24_300_000], IncomingPutRequests: [1] }],
  ['put requests', { IncomingBytes: [1], BytesPerSecondLimit: [1_048_576], IncomingRecords: [1], IncomingPutRequests: [243_000] }],
])('the quota of %s is watched', (_what, data) => {
  const limits = { RecordsPerSecondLimit: [100_000], PutRequestsPerSecondLimit: [1_000] };
  expect(stateOf(json, 'QuotaInUse', { ...limits, ...data })).toBe('ALARM');
  const less = Object.fromEntries(Object.entries(data).map(([name, [value]]) => [name, [name.startsWith('Incoming') ? value * 0.9 : value]]));
  expect(stateOf(json, 'QuotaInUse', { ...limits, ...less })).toBe('OK');
});

test('requests without an API key have no share of unknown keys', () => {
  expect(stateOf(json, 'UnknownKeys', { KeyedRecords: ALWAYS(0), UnknownKeys: ALWAYS(0) })).toBe('OK');
});

test('limits of the owner, and limits that follow the intervals of the pipeline', () => {
  const threshold = (template: Template, id: string) => propertiesOf(template, 'AWS::CloudWatch::Alarm', `UsageAlarms${id}`).Threshold as number;
  const own = withAlarms({ deliveryDelay: Duration.minutes(30), directoryAge: Duration.hours(2), unknownKeyPercent: 0 });
  expect(['StaleDelivery', 'OldDirectory', 'UnknownKeys'].map((id) => threshold(own, id))).toEqual([1800, 7200, 0]);
  const slow = withAlarms({}, { bufferingInterval: Duration.minutes(15), directoryRefreshInterval: Duration.days(1) });
  expect(['StaleDelivery', 'OldDirectory'].map((id) => threshold(slow, id))).toEqual([1800, 3 * 86_400]);
  expect(periodOf(propertiesOf(slow, 'AWS::CloudWatch::Alarm', 'UsageAlarmsDirectoryFailures'))).toBe(86_400);
});

// CloudWatch refuses an alarm that evaluates more than a week, or more than a day in periods below an hour.
test.each([1, 5, 7, 59, 60, 90, 1440])('CloudWatch takes the periods of a directory that is read every %d minutes', (minutes) => {
  const template = withAlarms({}, { directoryRefreshInterval: Duration.minutes(minutes) });
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm'))) {
    expect(periodOf(Properties) % 60).toBe(0);
    expect(secondsEvaluated(Properties)).toBeLessThanOrEqual(periodOf(Properties) < 3600 ? 86_400 : 604_800);
  }
});

test('a crawl that failed, and one that could not start, count, without a further right', () => {
  const rule = propertiesOf(json, 'AWS::Events::Rule', 'UsageAlarmsFailedCrawls');
  expect(rule.EventPattern).toEqual({
    'source': ['aws.glue'],
    'detail-type': ['Glue Crawler State Change', 'Glue Scheduled Crawler Invocation Failure'],
    'detail': { crawlerName: [{ Ref: expect.stringMatching(/^UsageCatalogCrawler/) }], $or: [{ state: ['Failed'] }, { state: [{ exists: false }] }] },
  });
  expect(rule.Targets).toBeUndefined();
  expect(propertiesOf(json, 'AWS::CloudWatch::Alarm', 'UsageAlarmsFailedCrawler').Dimensions).toEqual([
    { Name: 'RuleName', Value: { Ref: expect.stringMatching(/^UsageAlarmsFailedCrawls/) } },
  ]);
  const rights = (template: Template) => [...Object.keys(resourcesOf(template, 'AWS::IAM::Role')), ...Object.keys(resourcesOf(template, 'AWS::IAM::Policy'))];
  expect(rights(json)).toEqual(rights(Template.fromStack(pipeline().stack)));
});

test('every alarm notifies the topic and takes the actions', () => {
  const { stack, usage } = pipeline();
  const topic = new sns.Topic(stack, 'Operators');
  const alarms = usage.addAlarms({ topic, actions: [{ bind: () => ({ alarmActionArn: 'arn:aws:ssm:eu-west-1:111122223333:opsitem:2' }) }] });
  expect(alarms).toHaveLength(ALARMS.length - 1);
  expect(alarms.every((alarm) => alarm instanceof cloudwatch.Alarm)).toBe(true);
  for (const { Properties } of Object.values(resourcesOf(Template.fromStack(stack), 'AWS::CloudWatch::Alarm'))) {
    expect((Properties.AlarmActions as string[]).map(readable)).toEqual([expect.stringMatching(/^<Operators/), 'arn:aws:ssm:eu-west-1:111122223333:opsitem:2']);
  }
});

test('a second call is an error', () => {
  const { usage } = pipeline();
  usage.addAlarms();
  expect(() => usage.addAlarms()).toThrow('[Stack/Usage] addAlarms was called twice. Pass all options to one call; it returns the alarms, to add actions later.');
});

test.each<[UsageAlarmsOptions, string]>([
  [{ deliveryDelay: Duration.minutes(5) }, 'deliveryDelay of addAlarms must be a Duration in whole seconds, longer than bufferingInterval (5 minutes) and at most 1 day'],
  [{ deliveryDelay: Duration.hours(25) }, 'got Duration.hours(25)'],
  [{ deliveryDelay: Duration.millis(900_500) }, 'got Duration.millis(900500)'],
  [{ directoryAge: Duration.minutes(5) }, 'directoryAge of addAlarms must be a Duration in whole seconds, longer than directoryRefreshInterval (5 minutes) and at most 7 days'],
  [{ directoryAge: Duration.minutes(Lazy.number({ produce: () => 60 })) }, 'got a token'],
  [{ directoryAge: Duration.days(8) }, 'got Duration.days(8)'],
  [{ directoryAge: 600 as unknown as Duration }, 'directoryAge of addAlarms must be a Duration, such as Duration.hours(1), got 600.'],
  [{ unknownKeyPercent: 100 }, 'unknownKeyPercent of addAlarms must be a number from 0 to less than 100, got 100'],
  [{ unknownKeyPercent: -1 }, 'got -1'],
  [{ unknownKeyPercent: NaN }, 'unknownKeyPercent of addAlarms must be a number'],
  [{ unknownKeyPercent: '5' as unknown as number }, 'unknownKeyPercent of addAlarms must be a number, got \'5\'.'],
  [{ topic: 'arn:aws:sns:eu-west-1:111122223333:operators' as unknown as sns.ITopic }, 'topic of addAlarms must be an sns.ITopic, such as sns.Topic.fromTopicArn(this, \'Topic\', arn), got \'arn:aws:sns'],
  [{ topic: null as unknown as sns.ITopic }, 'topic of addAlarms must be an sns.ITopic'],
  [{ actions: ['arn'] as unknown as cloudwatch.IAlarmAction[] }, 'actions[0] of addAlarms must be a cloudwatch.IAlarmAction, such as new SnsAction(topic), got \'arn\'.'],
  [{ actions: { bind: 1 } as unknown as cloudwatch.IAlarmAction[] }, 'actions of addAlarms must be a list of cloudwatch.IAlarmAction'],
])('%j is refused', (options, message) => {
  const { usage } = pipeline();
  expect(() => usage.addAlarms(options)).toThrow(message);
});
