import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { FIREHOSE_DIMENSION, FIREHOSE_METRICS, FIREHOSE_NAMESPACE, FirehoseMetricId } from './firehose-metrics';
import { METRIC_DIMENSION, METRIC_NAMESPACE, MetricId, METRICS } from './metrics';

/** A metric that a function of one pipeline emits. */
export function pipelineMetric(id: MetricId, deliveryStreamName: string, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
  const { name, statistic } = METRICS[id];
  return new cloudwatch.Metric({
    namespace: METRIC_NAMESPACE, metricName: name, dimensionsMap: { [METRIC_DIMENSION]: deliveryStreamName }, statistic, ...options,
  });
}

/** A metric that Firehose emits for the stream of one pipeline. */
export function firehoseMetric(id: FirehoseMetricId, deliveryStreamName: string, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
  const { name, statistic } = FIREHOSE_METRICS[id];
  return new cloudwatch.Metric({
    namespace: FIREHOSE_NAMESPACE, metricName: name, dimensionsMap: { [FIREHOSE_DIMENSION]: deliveryStreamName }, statistic, ...options,
  });
}
