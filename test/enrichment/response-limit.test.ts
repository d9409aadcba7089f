import { container } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { MAX_RESPONSE_BYTES } from '../../src/enrichment/transformation';

test('rows that do not fit in the response are given back, and none is lost', async () => {
  const s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
  // Control characters take six bytes in a row and one in the log, so that the rows are larger than what came.
  const growing = gatewayLine({ ...REQUEST, user_agent: '\u0001'.repeat(1024), path: '\u0002'.repeat(2048), error_message: '\u0003'.repeat(1024) }, 'none');
  const records = Array.from({ length: 800 }, (_, index) => ({ recordId: `record-${index}`, data: growing.toString('base64') }));
  const response = await container(s3)({ records });
  await s3.stop();

  expect(Buffer.byteLength(JSON.stringify(response))).toBeLessThanOrEqual(MAX_RESPONSE_BYTES);
  expect(response.records.map(({ recordId }) => recordId)).toEqual(records.map(({ recordId }) => recordId));
  const failed = response.records.filter(({ result }) => result === 'ProcessingFailed');
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(records.length);
  expect(new Set(failed.map(({ data }) => data))).toEqual(new Set([records[0].data]));
});
