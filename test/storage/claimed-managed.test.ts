import { App, Stack } from 'aws-cdk-lib';
import { ApiUsageAnalytics, UsageStorage } from '../../src';

test.each([undefined, 'logs', 'directory/deeper'])('the bucket that one pipeline made is not another\'s with prefix %s', (prefix) => {
  const stack = new Stack(new App(), 'Shop');
  const { bucket } = new ApiUsageAnalytics(stack, 'One');
  expect(() => new ApiUsageAnalytics(stack, 'Two', { storage: UsageStorage.bucket(bucket, { prefix }) }))
    .toThrow(/^\[Shop\/Two\] UsageStorage\.bucket\(\.\.\.\) has the same bucket and prefix as Shop\/One, or one inside the other/);
});

test('another prefix of the same bucket is accepted', () => {
  const stack = new Stack(new App(), 'Shop');
  const { bucket } = new ApiUsageAnalytics(stack, 'One');
  expect(() => new ApiUsageAnalytics(stack, 'Two', { storage: UsageStorage.bucket(bucket, { prefix: 'two' }) })).not.toThrow();
});

test.each(['a//b', '../a', 'a/./b', 'a/..', '.'])('prefix %s is none', (prefix) => {
  const stack = new Stack(new App(), 'Shop');
  const { bucket } = new ApiUsageAnalytics(stack, 'One');
  expect(() => new ApiUsageAnalytics(stack, 'Two', { storage: UsageStorage.bucket(bucket, { prefix }) })).toThrow(`got '${prefix}'`);
});

test.each([{ databaseName: 'usage' }, { streamName: 'amazon-apigateway-usage' }])('%j serves one construct of a stack', (names) => {
  const app = new App();
  const stack = new Stack(app, 'Shop');
  new ApiUsageAnalytics(stack, 'One', names);
  expect(() => new ApiUsageAnalytics(stack, 'Two', names)).toThrow(/is already used by Shop\/One/);
  expect(() => new ApiUsageAnalytics(new Stack(app, 'Other'), 'One', names)).not.toThrow();
});
