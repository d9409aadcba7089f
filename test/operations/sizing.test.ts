import { readFileSync } from 'fs';
import { join } from 'path';
import { Duration, Size } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccessLogFormat } from '../../preview/gateway/access-log-format';
import { FIREHOSE_RETENTION } from '../../src/operations/alarm-limits';
import { accessLogFormatOf } from '../../src/schema/access-log-format';
import { columnsOf, SAME_COLUMNS } from '../../src/schema/log-schema';
import { ERRORS_EXPIRE_AFTER } from '../../src/storage/lifecycle';
import { PROCESSOR_BUFFER_SIZE } from '../../src/stream/processor-buffer';
import { PROCESSOR_RETRIES } from '../../src/stream/processor-retries';
import { ownTraffic } from '../preview/traffic/traffic';
import { pipeline } from '../support/app';
import { propertiesOf } from '../support/template';

const page = (name: string) => readFileSync(join(__dirname, '../../docs', name), 'utf8').replace(/\s+/g, ' ');
const OPERATING = page('operating.md');
const DECISION = page('decisions/0016-retries-and-concurrency.md');
const MIB = Size.mebibytes(1).toBytes();

/** What the page says that a line has. */
const LINE_BYTES = Number(/A line of the default access log format is about (\d+) bytes/.exec(OPERATING)![1]);

test('a line of the default format has the length that the page says', () => {
  const format = AccessLogFormat.parse(accessLogFormatOf(columnsOf(SAME_COLUMNS)), 'prod');
  const lengths = [...ownTraffic({ count: 2000 })].map(({ variables }) => Buffer.byteLength(format.render(variables, 'json')));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  // About: within a tenth, since addresses, paths and User-Agents differ from API to API.
  expect(Math.abs(mean - LINE_BYTES)).toBeLessThan(LINE_BYTES / 10);
});

test.each([1, 5])('the requests that %d MiB a second hold', (mebibytes) => {
  expect(OPERATING).toContain(`${mebibytes} MiB: ${(mebibytes * Math.floor(MIB / LINE_BYTES)).toLocaleString('en')} requests`);
});

test('the retries of a function that times out end before Firehose drops the batch and before delivery is late', () => {
  const { stack, usage } = pipeline();
  usage.addAlarms();
  const template = Template.fromStack(stack);
  const { Timeout, MemorySize } = propertiesOf(template, 'AWS::Lambda::Function', 'UsageEnrichment');
  const [processor] = propertiesOf(template, 'AWS::KinesisFirehose::DeliveryStream').ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors;
  expect(processor.Parameters).toContainEqual({ ParameterName: 'NumberOfRetries', ParameterValue: String(PROCESSOR_RETRIES) });
  const calls = 1 + PROCESSOR_RETRIES;
  const seconds = calls * Number(Timeout);
  expect(seconds).toBeLessThan(FIREHOSE_RETENTION.toSeconds());
  expect(seconds + Duration.minutes(5).toSeconds()).toBeLessThan(Number(propertiesOf(template, 'AWS::CloudWatch::Alarm', 'UsageAlarmsStaleDelivery').Threshold));
  expect(DECISION).toContain(`${calls} calls × ${Timeout} s = ${seconds / 60} minutes`);
  expect(DECISION).toContain(`${calls} × ${Timeout} s × ${Number(MemorySize) / 1024} GB = ${seconds * Number(MemorySize) / 1024} GB-seconds`);
  expect(DECISION).toContain(`1 MiB/s ÷ 256 KiB = ${MIB / PROCESSOR_BUFFER_SIZE.toBytes()} batches a second`);
});

test('failed records are kept far longer than Firehose keeps records', () => {
  expect(ERRORS_EXPIRE_AFTER.toDays()).toBe(14);
  expect(OPERATING).toContain('14 days by default');
  expect(DECISION).toContain('14 days are two weekends');
});
