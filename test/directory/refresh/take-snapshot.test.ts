import { eachWithAws } from './each-with-aws';
import { FakeAws } from './fake-aws';
import { ENVIRONMENT, SECRET } from './samples';
import { connect } from '../../../src/directory/refresh/clients.lambda-shared';
import { RateLimiter } from '../../../src/directory/refresh/rate-limiter';
import { snapshotHandler } from '../../../src/directory/refresh/take-snapshot.lambda-shared';
import fc from '../../support/fast-check';

let aws: FakeAws;
let stdout: () => string;

eachWithAws((started, printed) => {
  aws = started;
  stdout = printed;
});

function run(): Promise<void> {
  return snapshotHandler(ENVIRONMENT, connect(new RateLimiter(10_000)))({}, { getRemainingTimeInMillis: () => 60_000 });
}

test('does not write unchanged objects again, in any order of the listing', async () => {
  await run();
  aws.controlPlane.apiKeys.reverse();
  aws.controlPlane.usagePlans.reverse();
  aws.controlPlane.restApis.reverse();
  aws.controlPlane.usagePlanKeys.silver.reverse();
  await run();
  expect(aws.puts).toHaveLength(5);
});

test('writes only the objects whose content changed', async () => {
  await run();
  aws.controlPlane.restApis = aws.controlPlane.restApis.map((api) => ({ ...api, description: 'Changed' }));
  await run();
  expect(aws.puts.slice(5)).toEqual(['usage/directory/apis/apis.ndjson']);
});

test('puts objects with their content type and digest, each in one piece', async () => {
  await run();
  expect(aws.objects.get(ENVIRONMENT.snapshotKey)!.headers).toMatchObject({
    'content-type': 'application/json',
    'x-amz-meta-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(aws.objects.get('usage/directory/apis/apis.ndjson')!.headers['content-type']).toBe('application/x-ndjson');
});

test('an empty account gives empty tables and an empty snapshot', async () => {
  Object.assign(aws.controlPlane, { restApis: [], usagePlans: [], apiKeys: [] });
  await run();
  expect(aws.objects.get('usage/directory/apis/apis.ndjson')!.body).toBe('');
  expect(JSON.parse(aws.objects.get(ENVIRONMENT.snapshotKey)!.body)).toEqual({ version: 1, apis: {}, plans: {}, keys: {} });
});

test.each([403, 404])('an object that is missing, for which S3 answers %d, is written', async (status) => {
  aws.intercept = (_path, { method }) => method === 'HEAD' ? { status } : undefined;
  await run();
  expect(aws.puts).toHaveLength(5);
});

test.each(['/apikeys', '/usageplans/silver/keys', '/restapis/a-api/stages', '/bucket/usage/directory/snapshot.json'])('fails, and says so, when %s is refused', async (refused) => {
  aws.intercept = (path) => path === refused ? { status: 403, body: '' } : undefined;
  await expect(run()).rejects.toThrow();
  expect(aws.puts).not.toContain(ENVIRONMENT.snapshotKey);
  expect(stdout()).toContain('"DirectoryFailures":1');
});

test('no written object has a secret value, with any characters', async () => {
  const secret = fc.string({ unit: 'binary', minLength: 12, maxLength: 60 }).map((text) => `${SECRET}${text}`);
  const extra = fc.dictionary(fc.constantFrom('type', 'stageKeys', 'description', 'lastUpdatedDate', 'unheardOf'), fc.constant(undefined));
  await fc.assert(fc.asyncProperty(fc.array(secret, { minLength: 1, maxLength: 5 }), extra, async (values, fields) => {
    aws.controlPlane.apiKeys = values.map((value, index) => ({ id: `key-${index}`, name: `Key ${index}`, ...fields, value }));
    aws.controlPlane.usagePlanKeys.silver = aws.controlPlane.apiKeys;
    await run();
    expect(JSON.stringify([...aws.objects]) + stdout()).not.toContain(SECRET);
  }), { numRuns: 20 });
});
