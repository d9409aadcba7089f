import { rowsOf } from './bundle';
import { Clock } from './clock';
import { bothContainers, sourceContainer } from './container';
import { eachWithS3 } from './each-with-s3';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';

/* A response that stops halfway costs a batch its names at most, and later batches nothing. */
const LINE = gatewayLine(REQUEST);
const RENAMED = JSON.stringify({ ...SNAPSHOT, keys: { ...SNAPSHOT.keys, 'key-of-initech': { ...SNAPSHOT.keys['key-of-initech'], customerName: 'Initrode' } } });

/** Less than the function's minute, of which Firehose waits for all. */
const ANSWER_MS = 20_000;

/* The bundle is tried as well where the SDK has no limit of its own. */
const STALLS = [['headers', sourceContainer], ['body', bothContainers]] as const;

let s3: FakeS3;
let clock: Clock;

eachWithS3((started, moved) => {
  s3 = started;
  clock = moved;
});

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_MS); });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

test.each(STALLS)('cold, and the %s of the snapshot stall: rows have no names, and those of the next batch have them', async (stall, container) => {
  s3.stall = stall;
  const handler = container(s3);
  expect((await inTime(rowsOf(handler, [LINE])))[0]).toMatchObject({ enrichment_status: 'no_directory', api_key_id: 'key-of-initech', status: 200 });
  const asked = s3.answers.length;
  s3.stall = undefined;
  expect((await inTime(rowsOf(handler, [LINE])))[0]).toMatchObject({ enrichment_status: 'enriched' });
  expect(s3.answers.length).toBeGreaterThan(asked);
});

test.each(STALLS)('warm, and the %s of the snapshot stall: rows have the last names, and new names as soon as S3 answers', async (stall, container) => {
  const handler = container(s3);
  await rowsOf(handler, [LINE]);
  s3.content = RENAMED;
  s3.stall = stall;
  for (let batch = 0; batch < 2; batch++) {
    clock.advance(60);
    const asked = s3.answers.length;
    expect((await inTime(rowsOf(handler, [LINE])))[0]).toMatchObject({ customer_name: 'Initech' });
    expect(s3.answers.length).toBeGreaterThan(asked);
  }
  s3.stall = undefined;
  clock.advance(5);
  expect((await rowsOf(handler, [LINE]))[0]).toMatchObject({ customer_name: 'Initrode' });
});

test('a service that stalls holds up one batch in five seconds, not every batch', async () => {
  const handler = sourceContainer(s3);
  await rowsOf(handler, [LINE]);
  s3.stall = 'body';
  clock.advance(60);
  const before = s3.answers.length;
  for (let batch = 0; batch < 5; batch++) await rowsOf(handler, [LINE]);
  expect(s3.answers.length - before).toBe(1);
});

test.each(STALLS)('the %s of the key for addresses stall: no address is stored until the key is read', async (stall, container) => {
  s3.secret = 'a key';
  s3.stall = stall;
  const handler = container(s3, { callerAddress: 'hashed', addressKeyArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:key' });
  expect((await inTime(rowsOf(handler, [LINE])))[0]).toMatchObject({ source_ip: null, status: 200 });
  const asked = s3.secretRequests;
  s3.stall = undefined;
  expect((await rowsOf(handler, [LINE]))[0]).toMatchObject({ source_ip: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(s3.secretRequests).toBeGreaterThan(asked);
});

test('the log names what could not be read, without the message of the service', async () => {
  const printed: string[] = [];
  s3.outage = 503;
  await rowsOf(sourceContainer(s3, {}, printed), [LINE]);
  expect(JSON.parse(printed[0])).toMatchObject({ level: 'WARN', event: 'refresh_failed', source: 'directory', error: expect.any(String) });
});
