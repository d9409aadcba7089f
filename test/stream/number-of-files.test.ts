import { readFileSync } from 'fs';
import { join } from 'path';
import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ApiUsageAnalytics } from '../../src';
import { newStack, pipeline } from '../support/app';
import { propertiesOf } from '../support/template';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'files.md'), 'utf8');
const seconds = (bufferingInterval?: Duration) => propertiesOf(Template.fromStack(pipeline({ bufferingInterval }).stack), 'AWS::KinesisFirehose::DeliveryStream')
  .ExtendedS3DestinationConfiguration.BufferingHints.IntervalInSeconds as number;
const count = (value: number) => value.toLocaleString('en-US');

test.each([
  ['5 minutes (default)', undefined],
  ['15 minutes (longest)', Duration.minutes(15)],
])('the page counts the files of %s', (text, interval) => {
  const perDay = 86_400 / seconds(interval);
  expect(page).toContain(`| ${text} | ${count(perDay)} | ${count(perDay * 365)} |`);
});

test('no longer interval is accepted', () => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { bufferingInterval: Duration.seconds(901) })).toThrow('from 0 to 900');
});
