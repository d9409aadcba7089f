import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { ApiUsageAnalytics } from '../../src';
import { emitMetrics } from '../../src/operations/emit-metric.lambda-shared';
import { FIREHOSE_METRICS } from '../../src/operations/firehose-metrics';
import { MetricDeclaration, MetricId, METRICS } from '../../src/operations/metrics';
import { pipeline } from '../support/app';
import { catchStandardOutput } from '../support/standard-output';

const { usage } = pipeline({ streamName: 'amazon-apigateway-x' });
type Method = (options?: cloudwatch.MetricOptions) => cloudwatch.Metric;

const methods = (names: string[]) => names.map((name) => [name, (options?: cloudwatch.MetricOptions) =>
  (usage[name as keyof ApiUsageAnalytics] as Method)(options)] as const);

const OURS = methods(['metricRecordsGivenBack', 'metricUnknownKeys', 'metricAmbiguousRows', 'metricDirectoryFailures', 'metricDirectoryAge',
  'metricPartitionFailures', 'metricStageDrift']);
const FIREHOSES = methods(['metricIncomingRecords', 'metricThrottledRecords', 'metricDeliveryFreshness', 'metricFailedConversions']);

const idOf = (method: string) => method[6].toLowerCase() + method.slice(7);

test.each(OURS)('%s is the metric of the pipeline that its functions emit', (name, metric) => {
  const declared: MetricDeclaration = METRICS[idOf(name) as keyof typeof METRICS];
  expect(metric()).toMatchObject({
    namespace: 'ApiUsageAnalytics', metricName: declared.name, statistic: declared.statistic, dimensions: { DeliveryStream: 'amazon-apigateway-x' },
  });
});

test.each(FIREHOSES)('%s is the metric of the stream that Firehose emits', (name, metric) => {
  const declared: MetricDeclaration = FIREHOSE_METRICS[idOf(name) as keyof typeof FIREHOSE_METRICS];
  expect(metric()).toMatchObject({
    namespace: 'AWS/Firehose', metricName: declared.name, statistic: declared.statistic, dimensions: { DeliveryStreamName: 'amazon-apigateway-x' },
  });
});

test.each(OURS)('a function emits %s', (name, metric) => {
  const written = catchStandardOutput();
  emitMetrics('amazon-apigateway-x', { [idOf(name) as MetricId]: 3 });
  const line = JSON.parse(written()) as Record<string, unknown>;
  jest.restoreAllMocks();
  const { namespace, metricName, dimensions } = metric();
  expect(line).toMatchObject({ ...dimensions, [metricName]: 3 });
  expect(line._aws).toMatchObject({
    CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [Object.keys(dimensions!)], Metrics: [{ Name: metricName }] }],
  });
});

test.each([...OURS, ...FIREHOSES])('%s can be changed', (_name, metric) => {
  expect(metric({ statistic: 'Average', period: Duration.hours(1), label: 'A label' })).toMatchObject({
    statistic: 'Average', period: Duration.hours(1), label: 'A label',
  });
});

test('the names of metrics are those of AWS, and each is there once', () => {
  expect(Object.values(FIREHOSE_METRICS).map(({ name }) => name)).toEqual(expect.arrayContaining(['DeliveryToS3.DataFreshness', 'FailedConversion.Records']));
  const all = [...Object.values(METRICS), ...Object.values(FIREHOSE_METRICS)];
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
