import { Duration, Lazy, Size, Token } from 'aws-cdk-lib';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, RecordFormat } from '../../src';
import { newStack } from '../support/app';

const create = (props: ApiUsageAnalyticsProps) => new ApiUsageAnalytics(newStack(), 'Usage', props);

test.each<[string, ApiUsageAnalyticsProps, string]>([
  ['negative', { bufferingInterval: Duration.seconds(901) }, 'from 0 to 900, got Duration.seconds(901)'],
  ['no whole second', { bufferingInterval: Duration.millis(1500) }, 'whole number of seconds from 0 to 900, got Duration.millis(1500)'],
  ['a token', { bufferingInterval: Duration.seconds(Lazy.number({ produce: () => 60 })) }, 'from 0 to 900, got a token'],
])('a bufferingInterval that is %s is refused', (_what, props, message) => {
  expect(() => create(props)).toThrow('[Stack/Usage] bufferingInterval must be a whole number of seconds from 0 to 900');
  expect(() => create(props)).toThrow(message);
});

test('an interval shorter than a minute is refused for Parquet alone', () => {
  const bufferingInterval = Duration.seconds(59);
  expect(() => create({ bufferingInterval, format: RecordFormat.parquet() })).toThrow('[Stack/Usage] bufferingInterval must be a whole number of seconds from '
    + '60 to 900 for RecordFormat.parquet(), got Duration.seconds(59). Choose 60 seconds or more, or RecordFormat.json().');
  expect(() => create({ bufferingInterval })).not.toThrow();
});

test('RecordFormat.json() is no way out of values that are too large', () => {
  const refused = (props: ApiUsageAnalyticsProps) => expect(() => create({ ...props, format: RecordFormat.parquet() }));
  refused({ bufferingInterval: Duration.seconds(901) }).toThrow(/got Duration.seconds\(901\)\.$/);
  refused({ bufferingSize: Size.mebibytes(129) }).toThrow(/got 129 MiB\.$/);
});

test.each<[string, ApiUsageAnalyticsProps, string]>([
  ['too small', { bufferingSize: Size.mebibytes(0) }, 'from 1 to 128, got 0 MiB'],
  ['too large', { bufferingSize: Size.mebibytes(129) }, 'from 1 to 128, got 129 MiB'],
  ['no whole MiB', { bufferingSize: Size.kibibytes(1536) }, 'from 1 to 128, got 1.5 MiB'],
  ['a token', { bufferingSize: Size.mebibytes(Lazy.number({ produce: () => 5 })) }, 'from 1 to 128, got a token'],
  ['too small for Parquet', { bufferingSize: Size.mebibytes(63), format: RecordFormat.parquet() }, 'from 64 to 128 for RecordFormat.parquet(), got 63 MiB'],
])('a bufferingSize that is %s is refused', (_what, props, message) => {
  expect(() => create(props)).toThrow(`[Stack/Usage] bufferingSize must be a whole number of MiB ${message}`);
});

test.each<ApiUsageAnalyticsProps>([
  { bufferingInterval: Duration.seconds(0), bufferingSize: Size.mebibytes(1) },
  { bufferingInterval: Duration.seconds(900), bufferingSize: Size.gibibytes(0.125) },
  { bufferingInterval: Duration.seconds(60), bufferingSize: Size.mebibytes(64), format: RecordFormat.parquet() },
])('the ends of the ranges are taken: %j', (props) => {
  expect(() => create(props)).not.toThrow();
});

test.each([
  'usage',
  'amazon-apigateway-',
  'Amazon-apigateway-usage',
  'amazon-apigateway-usage/1',
  'amazon-apigateway-ümlaut',
  `amazon-apigateway-${'x'.repeat(47)}`,
])('the stream name %s is refused', (streamName) => {
  expect(() => create({ streamName })).toThrow('[Stack/Usage] streamName must begin with \'amazon-apigateway-\', because API Gateway logs to no other stream, '
    + `have at most 64 characters and only letters, digits and _.-, got '${streamName}'.`);
});

test('a stream name that is known only at deployment is refused', () => {
  expect(() => create({ streamName: Token.asString({ Ref: 'Name' }) })).toThrow('[Stack/Usage] streamName must be a literal, got a token');
});

test.each(['amazon-apigateway-a', `amazon-apigateway-${'x'.repeat(46)}`, 'amazon-apigateway-A_b.c-1'])('the stream name %s is taken', (streamName) => {
  expect(create({ streamName }).stream.deliveryStreamName).toBe(streamName);
});
