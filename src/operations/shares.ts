import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { firehoseMetric, pipelineMetric } from './pipeline-metric';

/**
 * The highest use of the stream's three quotas (bytes, records and requests per second), in percent of the quota.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html
 */
export function quotaInUse(stream: string): cloudwatch.MathExpression {
  const period = Duration.minutes(5);
  const share = (used: 'bytes' | 'records' | 'requests', usingMetrics: Record<string, cloudwatch.IMetric>) =>
    new cloudwatch.MathExpression({ expression: `${used} / PERIOD(${used}) / ${used}Limit`, usingMetrics, period, label: `${used} in use` });
  return new cloudwatch.MathExpression({
    expression: '100 * MAX([bytesShare, recordsShare, requestsShare])',
    label: 'Quota in use, percent',
    period,
    usingMetrics: {
      bytesShare: share('bytes', { bytes: firehoseMetric('incomingBytes', stream), bytesLimit: firehoseMetric('bytesPerSecondLimit', stream) }),
      recordsShare: share('records', { records: firehoseMetric('incomingRecords', stream), recordsLimit: firehoseMetric('recordsPerSecondLimit', stream) }),
      requestsShare: share('requests', { requests: firehoseMetric('incomingPutRequests', stream), requestsLimit: firehoseMetric('putRequestsPerSecondLimit', stream) }),
    },
  });
}

/** The percentage of the rows with an API key that have a key that is not in the directory. */
export function unknownKeyShare(stream: string, period: Duration): cloudwatch.MathExpression {
  return new cloudwatch.MathExpression({
    expression: 'IF(keyed > 0, 100 * unknown / keyed, 0)',
    label: 'Unknown keys, percent',
    period,
    usingMetrics: { keyed: pipelineMetric('keyedRecords', stream), unknown: pipelineMetric('unknownKeys', stream) },
  });
}
