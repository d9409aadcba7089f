import { emitMetrics } from '../../src/operations/emit-metric.lambda-shared';
import { METRICS } from '../../src/operations/metrics';

test('a line is in the embedded metric format, under the name of the delivery stream', () => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  emitMetrics('amazon-apigateway-sample', { directoryFailures: 1 });
  const [line] = write.mock.calls[0];
  write.mockRestore();
  expect(line).toMatch(/^\{.*\}\n$/);
  expect(JSON.parse(line.toString())).toEqual({
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [{
        Namespace: 'ApiUsageAnalytics',
        Dimensions: [['DeliveryStream']],
        Metrics: [{ Name: METRICS.directoryFailures.name, Unit: 'Count' }],
      }],
    },
    DeliveryStream: 'amazon-apigateway-sample',
    DirectoryFailures: 1,
  });
});
