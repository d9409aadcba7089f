import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import { emitMetrics } from '../../src/operations/emit-metric.lambda-shared';
import { METRIC_DIMENSION, METRIC_NAMESPACE } from '../../src/operations/metrics';
import { pipeline } from '../support/app';
import { resourcesOf } from '../support/template';

const groupsOf = (stack: Stack) => Object.values(resourcesOf(Template.fromStack(stack), 'AWS::Logs::LogGroup'));

test('every log of ours is kept for a month and goes with the stack', () => {
  const groups = groupsOf(pipeline().stack);
  expect(groups).toHaveLength(3);
  for (const group of groups) expect(group).toMatchObject({ Properties: { RetentionInDays: 30 }, DeletionPolicy: 'Delete' });
});

test('logRetention reaches every log', () => {
  const groups = groupsOf(pipeline({ logRetention: logs.RetentionDays.THREE_DAYS }).stack);
  expect(groups.map(({ Properties }) => Properties.RetentionInDays)).toEqual([3, 3, 3]);
  const forEver = groupsOf(pipeline({ logRetention: logs.RetentionDays.INFINITE }).stack);
  expect(forEver.map(({ Properties }) => Properties?.RetentionInDays)).toEqual([undefined, undefined, undefined]);
});

test('every function of ours logs to a declared group', () => {
  const template = Template.fromStack(pipeline().stack);
  const groups = Object.keys(resourcesOf(template, 'AWS::Logs::LogGroup'));
  const functions = Object.entries(resourcesOf(template, 'AWS::Lambda::Function')).filter(([id]) => id.startsWith('Usage'));
  expect(functions).toHaveLength(2);
  for (const [, { Properties }] of functions) expect(groups).toContain(Properties.LoggingConfig.LogGroup.Ref);
});

test('the directory\'s failures are a metric of the one pipeline', () => {
  const { usage } = pipeline();
  expect(usage.metricDirectoryFailures()).toMatchObject({
    namespace: 'ApiUsageAnalytics',
    metricName: 'DirectoryFailures',
    dimensions: { DeliveryStream: usage.stream.deliveryStreamName },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
  const changed = usage.metricDirectoryFailures({ statistic: cloudwatch.Stats.MAXIMUM, period: Duration.hours(1) });
  expect(changed).toMatchObject({ metricName: 'DirectoryFailures', statistic: 'Maximum', period: Duration.hours(1) });
});

test('what is emitted is what is asked for', () => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  emitMetrics('amazon-apigateway-x', { directoryFailures: 1 });
  const lines = write.mock.calls.map(([line]) => String(line));
  write.mockRestore();

  const metric = pipeline({ streamName: 'amazon-apigateway-x' }).usage.metricDirectoryFailures();
  const line = JSON.parse(lines.join('')) as Record<string, unknown>;
  expect(lines.join('')).toMatch(/\}\n$/);
  expect(line).toMatchObject({ [METRIC_DIMENSION]: 'amazon-apigateway-x', [metric.metricName]: 1 });
  expect(line._aws).toMatchObject({
    CloudWatchMetrics: [{ Namespace: METRIC_NAMESPACE, Dimensions: [Object.keys(metric.dimensions!)], Metrics: [{ Name: metric.metricName, Unit: 'Count' }] }],
  });
});
