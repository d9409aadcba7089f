import { rowsOf } from './bundle';
import { Clock } from './clock';
import { bothContainers, Handler, sourceContainer } from './container';
import { eachWithS3 } from './each-with-s3';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { Snapshot } from '../../src/directory/snapshot';

/* How old the names of a container can be, by a clock that the tests move. */
const LINE = gatewayLine(REQUEST);
const NEW_KEY = gatewayLine({ ...REQUEST, api_key_id: 'key-of-globex' });
const WITH_NEW_KEY = withKey('key-of-globex', 'Globex');

let s3: FakeS3;
let clock: Clock;

eachWithS3((started, moved) => {
  s3 = started;
  clock = moved;
});

function withKey(id: string, name: string): string {
  const snapshot: Snapshot = { ...SNAPSHOT, keys: { ...SNAPSHOT.keys, [id]: { name, customerId: name, customerName: name, plans: ['gold'] } } };
  return JSON.stringify(snapshot);
}

async function customerOf(handler: Handler, line: Buffer): Promise<unknown> {
  return (await rowsOf(handler, [line]))[0]!.customer_name;
}

test('the first batch after a pause has the current names', async () => {
  const handler = bothContainers(s3);
  expect(await customerOf(handler, LINE)).toBe('Initech');
  s3.content = withKey('key-of-initech', 'Initrode');
  clock.advance(2 * 3600);
  expect(await customerOf(handler, LINE)).toBe('Initrode');
});

test('a new name is at most a minute late, and S3 is asked once a minute', async () => {
  const handler = sourceContainer(s3);
  const delays: number[] = [];
  let waiting = 0;
  let name = 'Initech';
  for (let second = 0; second < 600; second++, clock.advance(1)) {
    if (waiting === 0 && second % 7 === 3) {
      name = `Customer ${second}`;
      s3.content = withKey('key-of-initech', name);
    }
    if (await customerOf(handler, LINE) === name) {
      if (waiting > 0) delays.push(waiting);
      waiting = 0;
    } else {
      waiting++;
    }
  }
  expect(delays.length).toBeGreaterThan(5);
  expect(Math.max(...delays)).toBeLessThanOrEqual(60);
  expect(s3.answers).toHaveLength(10);
});

test('an unchanged snapshot is not read again', async () => {
  const handler = sourceContainer(s3);
  for (let batch = 0; batch < 3; batch++, clock.advance(60)) await rowsOf(handler, [LINE]);
  expect(s3.answers).toEqual([200, 304, 304]);
});

test('a key that the directory does not know has its name in the same batch', async () => {
  const handler = bothContainers(s3);
  await rowsOf(handler, [LINE]);
  s3.content = WITH_NEW_KEY;
  clock.advance(5);
  const rows = await rowsOf(handler, [LINE, NEW_KEY, LINE]);
  expect(rows.map((row) => row!.customer_name)).toEqual(['Initech', 'Globex', 'Initech']);
  expect(rows.map((row) => row!.enrichment_status)).toEqual(['enriched', 'enriched', 'enriched']);
});

test('unknown keys make the function ask S3 at most every five seconds', async () => {
  const handler = sourceContainer(s3);
  for (let second = 0; second < 60; second++, clock.advance(1)) {
    expect((await rowsOf(handler, [NEW_KEY]))[0]).toMatchObject({ enrichment_status: 'unknown_key' });
  }
  expect(s3.answers).toHaveLength(12);
  s3.content = WITH_NEW_KEY;
  expect(await customerOf(handler, NEW_KEY)).toBe('Globex');
});
