import { rowsOf } from './bundle';
import { CONFIGURATION, sourceContainer } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { METRIC_DIMENSION, MetricId, METRICS } from '../../src/operations/metrics';

const LINE = gatewayLine(REQUEST);
const IDS: readonly MetricId[] = ['recordsGivenBack', 'keyedRecords', 'unknownKeys', 'ambiguousRows'];

let s3: FakeS3;
beforeEach(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
});
afterEach(() => s3.stop());

/** The metrics that each batch emits, in the order of `IDS`. */
async function metricsOf(batches: readonly (readonly Buffer[])[]): Promise<unknown[][]> {
  const printed: string[] = [];
  const handler = sourceContainer(s3, {}, printed);
  for (const batch of batches) await rowsOf(handler, batch);
  const lines = printed.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => line[METRIC_DIMENSION])).toEqual(lines.map(() => CONFIGURATION.deliveryStreamName));
  return lines.map((line) => IDS.map((id) => line[METRICS[id].name]));
}

test('each batch emits its metrics in one line', async () => {
  const unknown = gatewayLine({ ...REQUEST, api_key_id: 'key-of-nobody' });
  const keyless = gatewayLine({ ...REQUEST, api_key_id: '-' });
  const ambiguous = gatewayLine({ ...REQUEST, user_agent: 'x","error_message":"forged' }, 'none');
  expect(await metricsOf([
    [LINE],
    [LINE, unknown, unknown, keyless, ambiguous, Buffer.from('no line'), Buffer.alloc(0)],
    [keyless],
  ])).toEqual([[0, 1, 0, 0], [2, 4, 2, 1], [0, 0, 0, 0]]);
});

test('without a directory no key is known', async () => {
  s3.content = undefined;
  expect(await metricsOf([[LINE, LINE]])).toEqual([[0, 2, 2, 0]]);
});

test('a row that does not fit in the response is given back', async () => {
  // A control character takes six bytes in a row and one in the log.
  const growing = gatewayLine({ ...REQUEST, path: '\u0002'.repeat(2048), error_message: '\u0003'.repeat(1024) }, 'none').toString('base64');
  const records = Array.from({ length: 800 }, (_, index) => ({ recordId: `record-${index}`, data: growing }));
  const printed: string[] = [];
  const response = await sourceContainer(s3, {}, printed)({ records });
  const back = response.records.filter(({ result }) => result !== 'Ok').length;
  expect(back).toBeGreaterThan(0);
  expect(JSON.parse(printed[0])).toMatchObject({ RecordsGivenBack: back, KeyedRecords: records.length - back });
});
