import { rowsOf } from './bundle';
import { Clock } from './clock';
import { sourceContainer } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';

/* No row is dropped or made wrong for want of a name. */
const LINE = gatewayLine(REQUEST);

let s3: FakeS3;
beforeEach(async () => { s3 = await FakeS3.start(); });
afterEach(() => {
  jest.restoreAllMocks();
  return s3.stop();
});

const whole = JSON.stringify(SNAPSHOT);

test.each([
  ['missing', undefined, 'no_directory'],
  ['empty', '', 'bad_directory'],
  ['cut in half', whole.slice(0, whole.length / 2), 'bad_directory'],
  ['a list', '[]', 'bad_directory'],
  ['null', 'null', 'bad_directory'],
  ['of another version', JSON.stringify({ ...SNAPSHOT, version: 99 }), 'bad_directory'],
  ['without keys', JSON.stringify({ ...SNAPSHOT, keys: undefined }), 'bad_directory'],
  ['of keys of another shape', JSON.stringify({ ...SNAPSHOT, keys: { k: { name: 1 } } }), 'bad_directory'],
  ['of plans of another shape', JSON.stringify({ ...SNAPSHOT, plans: { p: { name: 'Gold', stages: 'a/b' } } }), 'bad_directory'],
])('a snapshot that is %s: rows without names, and with them as soon as it is whole', async (_, content, enrichment_status) => {
  s3.content = content;
  const handler = sourceContainer(s3);
  const [row, keyless] = await rowsOf(handler, [LINE, gatewayLine({ ...REQUEST, api_key_id: '-' })]);
  expect(row).toMatchObject({ enrichment_status, api_key_id: 'key-of-initech', customer_id: null, api_name: null, status: 200 });
  expect(keyless).toMatchObject({ enrichment_status: 'no_key' });
  s3.content = whole;
  expect((await rowsOf(handler, [LINE]))[0]).toMatchObject({ enrichment_status: 'enriched', customer_id: 'Initech' });
});

test.each([503, 403])('S3 answers %d: rows without names', async (status) => {
  s3.content = whole;
  s3.outage = status;
  expect((await rowsOf(sourceContainer(s3), [LINE]))[0]).toMatchObject({ enrichment_status: 'no_directory' });
});

test.each([
  ['gone', (broken: FakeS3) => { broken.content = undefined; }],
  ['truncated', (broken: FakeS3) => { broken.content = whole.slice(10); }],
  ['not to be seen', (broken: FakeS3) => { broken.outage = 403; }],
  ['out of reach', (broken: FakeS3) => { broken.outage = 503; }],
])('the last good snapshot stays when the next one is %s', async (_, breakIt) => {
  s3.content = whole;
  const clock = new Clock();
  const handler = sourceContainer(s3);
  await rowsOf(handler, [LINE]);
  breakIt(s3);
  for (let batch = 0; batch < 3; batch++) {
    clock.advance(60);
    expect((await rowsOf(handler, [LINE]))[0]).toMatchObject({ enrichment_status: 'enriched' });
  }
  expect(s3.answers.length).toBeGreaterThan(3);
});
