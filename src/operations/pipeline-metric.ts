import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { METRIC_DIMENSION, METRIC_NAMESPACE, MetricId, METRICS } from './metrics';

/** One of our metrics, of one pipeline. */
export function pipelineMetric(id: MetricId, deliveryStreamName: string, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: METRIC_NAMESPACE,
    metricName: METRICS[id].name,
    dimensionsMap: { [METRIC_DIMENSION]: deliveryStreamName },
    statistic: cloudwatch.Stats.SUM,
    ...options,
  });
}
