import { rowsOf } from './bundle';
import { sourceContainer } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';

/* No row is dropped or made wrong for want of a name. */
const LINE = gatewayLine(REQUEST);
const RENAMED = { ...SNAPSHOT, keys: { ...SNAPSHOT.keys, 'key-of-initech': { ...SNAPSHOT.keys['key-of-initech'], customerName: 'Initrode' } } };

let s3: FakeS3;
beforeEach(async () => { s3 = await FakeS3.start(); });
afterEach(() => s3.stop());

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

test('the snapshot is read once, and asked again only when the interval has passed', async () => {
  s3.content = whole;
  const [seldom, often] = [sourceContainer(s3), sourceContainer(s3, { refreshSeconds: 0 })];
  for (let batch = 0; batch < 3; batch++) await rowsOf(seldom, [LINE]);
  expect(s3.answers).toEqual([200]);
  for (let batch = 0; batch < 3; batch++) await rowsOf(often, [LINE]);
  expect(s3.answers).toEqual([200, 200, 304, 304]);
});

test('a newer snapshot serves the batch after the one that found it', async () => {
  s3.content = whole;
  const handler = sourceContainer(s3, { refreshSeconds: 0 });
  await rowsOf(handler, [LINE]);
  s3.content = JSON.stringify(RENAMED);
  const names = [];
  for (let batch = 0; batch < 2; batch++) names.push((await rowsOf(handler, [LINE]))[0]!.customer_name);
  expect(names).toEqual(['Initech', 'Initrode']);
});

test.each([
  ['gone', (broken: FakeS3) => { broken.content = undefined; }],
  ['truncated', (broken: FakeS3) => { broken.content = whole.slice(10); }],
  ['out of reach', (broken: FakeS3) => { broken.outage = 503; }],
])('the last good snapshot stays when the next one is %s', async (_, breakIt) => {
  s3.content = whole;
  const handler = sourceContainer(s3, { refreshSeconds: 0 });
  await rowsOf(handler, [LINE]);
  breakIt(s3);
  for (let batch = 0; batch < 3; batch++) expect((await rowsOf(handler, [LINE]))[0]).toMatchObject({ enrichment_status: 'enriched' });
});

test('a slow S3 holds a batch up for a second at most, once there are names', async () => {
  s3.content = whole;
  const handler = sourceContainer(s3, { refreshSeconds: 0 });
  await rowsOf(handler, [LINE]);
  s3.delayMs = 3000;
  const began = process.hrtime.bigint();
  expect((await rowsOf(handler, [LINE]))[0]).toMatchObject({ enrichment_status: 'enriched' });
  expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(2500);
});
