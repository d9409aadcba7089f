import { Template } from 'aws-cdk-lib/assertions';
import { Series, stateOf } from './alarm-model';
import { METRIC_DIMENSION, METRIC_NAMESPACE } from '../../src/operations/metrics';
import { rowsOf } from '../enrichment/bundle';
import { CONFIGURATION, sourceContainer } from '../enrichment/container';
import { FakeS3 } from '../enrichment/fake-s3';
import { gatewayLine, REQUEST } from '../enrichment/gateway-line';
import { SNAPSHOT } from '../enrichment/snapshots';
import { pipeline } from '../support/app';
import { resourcesOf } from '../support/template';

const { stack, usage } = pipeline({ streamName: CONFIGURATION.deliveryStreamName });
usage.addAlarms();
const template = Template.fromStack(stack);

const ENRICHMENT_ALARMS = ['RecordsGivenBack', 'UnknownKeys'];
const KNOWN = gatewayLine(REQUEST);
const UNKNOWN = gatewayLine({ ...REQUEST, api_key_id: 'key-of-a-new-customer' });
const FOREIGN = Buffer.from('203.0.113.77 - - [24/Nov/2026:10:00:00 +0000] "GET /v1/orders HTTP/1.1" 200\n');

let s3: FakeS3;
beforeAll(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
});
afterAll(() => s3.stop());

interface Directive {
  readonly Namespace: string;
  readonly Dimensions: string[][];
  readonly Metrics: readonly { readonly Name: string }[];
}

interface Emitted {
  readonly _aws: { readonly CloudWatchMetrics: readonly Directive[] };
  readonly [name: string]: unknown;
}

/** The state of the enrichment's alarms after batches, one in each period, by what CloudWatch reads in the function's log. */
async function statesAfter(batches: readonly (readonly Buffer[])[]): Promise<string[]> {
  const printed: string[] = [];
  const handler = sourceContainer(s3, {}, printed);
  for (const batch of batches) await rowsOf(handler, batch);
  const data: Record<string, Series> = {};
  for (const line of printed.map((text) => JSON.parse(text) as Emitted)) {
    for (const { Namespace, Dimensions, Metrics } of line._aws.CloudWatchMetrics) {
      expect([Namespace, Dimensions, line[METRIC_DIMENSION]]).toEqual([METRIC_NAMESPACE, [[METRIC_DIMENSION]], CONFIGURATION.deliveryStreamName]);
      for (const { Name } of Metrics) data[Name] = [...data[Name] ?? [], Number(line[Name])];
    }
  }
  return ENRICHMENT_ALARMS.map((id) => stateOf(template, id, data));
}

test('the alarms watch the stream whose name the functions emit', () => {
  const dimensions = JSON.stringify(resourcesOf(template, 'AWS::CloudWatch::Alarm'));
  expect(dimensions).toContain(JSON.stringify({ Name: METRIC_DIMENSION, Value: CONFIGURATION.deliveryStreamName }));
});

test('rows of known customers leave the alarms in OK', async () => {
  expect(await statesAfter(Array.from({ length: 5 }, () => [KNOWN, KNOWN]))).toEqual(['OK', 'OK']);
});

test('a line that is no access log line is an alarm', async () => {
  expect(await statesAfter([[KNOWN], [KNOWN, FOREIGN]])).toEqual(['ALARM', 'OK']);
});

test('keys that stay unknown are an alarm, a new key is none', async () => {
  expect(await statesAfter(Array.from({ length: 3 }, () => [KNOWN, UNKNOWN]))).toEqual(['OK', 'ALARM']);
  expect(await statesAfter([[KNOWN], [KNOWN, UNKNOWN], [KNOWN]])).toEqual(['OK', 'OK']);
});
