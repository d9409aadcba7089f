import { readFileSync } from 'fs';
import { join } from 'path';
import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ApiUsageAnalytics, RecordFormat } from '../../src';
import { newStack, pipeline } from '../support/app';
import { propertiesOf } from '../support/template';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'files.md'), 'utf8');
const seconds = (format: RecordFormat) => propertiesOf(Template.fromStack(pipeline({ format }).stack), 'AWS::KinesisFirehose::DeliveryStream')
  .ExtendedS3DestinationConfiguration.BufferingHints.IntervalInSeconds as number;
const count = (value: number) => value.toLocaleString('en-US');

test.each([
  ['5 minutes (default of JSON)', RecordFormat.json()],
  ['15 minutes (longest, default of Parquet)', RecordFormat.parquet()],
])('the page counts the files of %s', (text, format) => {
  const perDay = 86_400 / seconds(format);
  expect(page).toContain(`| ${text} | ${count(perDay)} | ${count(perDay * 365)} |`);
});

test('no longer interval is accepted', () => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { bufferingInterval: Duration.seconds(901) })).toThrow('from 0 to 900');
});
