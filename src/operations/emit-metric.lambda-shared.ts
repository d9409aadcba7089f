import { METRIC_DIMENSION, METRIC_NAMESPACE, MetricId, METRICS } from './metrics';

/**
 * Emits metrics of the pipeline as one line in the embedded metric format of CloudWatch, which requires no API call and no
 * right. The line does not go through the console, because Lambda adds a prefix to what the console prints.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function emitMetrics(deliveryStreamName: string, values: Partial<Record<MetricId, number>>): void {
  const measured = (Object.entries(values) as [MetricId, number][]).map(([id, value]) => ({ ...METRICS[id], value }));
  const line = {
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{
        Namespace: METRIC_NAMESPACE,
        Dimensions: [[METRIC_DIMENSION]],
        Metrics: measured.map(({ name, unit }) => ({ Name: name, Unit: unit })),
      }],
    },
    [METRIC_DIMENSION]: deliveryStreamName,
    ...Object.fromEntries(measured.map(({ name, value }) => [name, value])),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
