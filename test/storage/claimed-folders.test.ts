import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ApiUsageAnalytics, UsageStorage } from '../../src';
import { newStack } from '../support/app';

const use = (stack: Stack, id: string, bucket: s3.IBucket, prefix?: string) =>
  new ApiUsageAnalytics(stack, id, { storage: UsageStorage.bucket(bucket, { prefix }) });

test.each([
  ['the root', undefined, undefined],
  ['the same prefix', 'usage', 'usage/'],
  ['one inside the other', '', 'logs'],
  ['one inside the folder of another format', '', 'logs-parquet'],
  ['the other inside the one', 'errors/x', undefined],
])('two pipelines of one bucket at %s are refused', (_where, first, second) => {
  const stack = newStack();
  const bucket = new s3.Bucket(stack, 'Own');
  use(stack, 'First', bucket, first);
  expect(() => use(stack, 'Second', bucket, second)).toThrow(/^\[Stack\/Second\] UsageStorage\.bucket\(\.\.\.\) has the same bucket and prefix as Stack\/First, /);
  expect(() => use(stack, 'Third', bucket, second)).toThrow('Give each its own prefix.');
});

test('an imported bucket is the same one in every stack that imports it', () => {
  const app = new App();
  const [one, two] = ['One', 'Two'].map((id) => new Stack(app, id));
  use(one, 'Usage', s3.Bucket.fromBucketName(one, 'Theirs', 'their-bucket'));
  expect(() => use(two, 'Usage', s3.Bucket.fromBucketArn(two, 'Same', 'arn:aws:s3:::their-bucket'))).toThrow('[Two/Usage] UsageStorage.bucket(...) has the same');
});

test.each([['a', 'b'], ['a', 'a/b'], [undefined, 'a'], ['a', 'ab']])('prefixes %s and %s do not touch', (first, second) => {
  const stack = newStack();
  const bucket = new s3.Bucket(stack, 'Own');
  use(stack, 'First', bucket, first);
  expect(() => use(stack, 'Second', bucket, second)).not.toThrow();
});

test('two buckets do not clash, nor do two apps', () => {
  const stack = newStack();
  use(stack, 'First', new s3.Bucket(stack, 'One'));
  expect(() => use(stack, 'Second', new s3.Bucket(stack, 'Two'))).not.toThrow();
  const other = newStack();
  expect(() => use(other, 'First', s3.Bucket.fromBucketName(other, 'Theirs', 'their-bucket'))).not.toThrow();
});

test('pipelines can share a UsageStorage, and each gets its own bucket', () => {
  const stack = newStack();
  const storage = UsageStorage.managed();
  const [one, two] = ['One', 'Two'].map((id) => new ApiUsageAnalytics(stack, id, { storage }).bucket);
  expect(one).not.toBe(two);
});
