import { runDirectory } from './bundle';
import { FakeAws } from './fake-aws';
import { mostInASecond } from './most-in-a-second';
import { ENVIRONMENT, sampleControlPlane, SECRET } from './samples';
import { TokenBucket } from './token-bucket';
import { DIRECTORY_ENVIRONMENT } from '../../../src/directory/refresh/environment';
import { parseSnapshot } from '../../../src/directory/snapshot';
import { Run } from '../../support/run-bundle';

let aws: FakeAws;

beforeEach(async () => {
  aws = await FakeAws.start(sampleControlPlane());
});

afterEach(() => aws.stop());

function run(milliseconds?: number): Promise<Run> {
  return runDirectory({ ...DIRECTORY_ENVIRONMENT.toEnvironment(ENVIRONMENT), ...aws.environment }, milliseconds);
}

function written(): string {
  return JSON.stringify([...aws.objects]);
}

function snapshot() {
  return parseSnapshot(aws.objects.get(ENVIRONMENT.snapshotKey)!.body)!;
}

test('writes the tables and, last, the snapshot, and says that nothing failed', async () => {
  const { failed, stdout, stderr } = await run();
  expect(failed).toBe(false);
  expect(aws.puts).toEqual([
    'usage/directory/api_keys/api_keys.ndjson', 'usage/directory/usage_plans/usage_plans.ndjson', 'usage/directory/apis/apis.ndjson',
    'usage/directory/stages/stages.ndjson', 'usage/directory/snapshot.json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ DeliveryStream: ENVIRONMENT.deliveryStreamName, DirectoryFailures: 0 });
  expect(written() + stdout + stderr).not.toContain(SECRET);
});

test('writes no lone surrogate, which readers of the files refuse', async () => {
  const half = 'Half \ud83d';
  const described = { id: 'x1', name: half, description: half, tags: { [half]: half } };
  const plan = { ...described, apiStages: [] };
  Object.assign(aws.controlPlane, { restApis: [described], apiKeys: [described], usagePlans: [plan], usagePlanKeys: { x1: [described] } });
  expect((await run()).failed).toBe(false);
  expect(snapshot().keys.x1.name).toBe('Half \ufffd');
  expect([...aws.objects.values()].map(({ body }) => body).join('')).not.toMatch(/\\ud83d/);
});

test('asks for full pages and no more than five of them a second', async () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ id: `plan-${index}`, name: `Plan ${index}` }));
  aws.controlPlane.usagePlans = many;
  aws.controlPlane.usagePlanKeys = Object.fromEntries(many.map(({ id }) => [id, []]));
  aws.controlPlane.apiKeys = Array.from({ length: 1001 }, (_, index) => ({ id: `key-${index}`, name: `Key ${index}` }));
  expect((await run()).failed).toBe(false);
  expect(Object.keys(snapshot().keys)).toHaveLength(1001);
  expect(aws.arrivals).toHaveLength(1 + 1 + 12 + 3);
  expect(mostInASecond(aws.arrivals)).toBeLessThanOrEqual(5);
  expect(aws.throttled).toBe(0);
});

test('waits at the same rate while other callers use up the quota of the control plane', async () => {
  aws.throttle = new TokenBucket(2, 1);
  expect((await run()).failed).toBe(false);
  expect(Object.keys(snapshot().plans)).toEqual(['empty', 'silver']);
  expect(aws.throttled).toBeGreaterThan(0);
  expect(mostInASecond(aws.arrivals)).toBeLessThanOrEqual(5);
});

test('continues if a plan and a key are deleted during the run', async () => {
  aws.intercept = (path) => {
    if (path === '/usageplans/silver/keys') {
      delete aws.controlPlane.usagePlanKeys.silver;
      aws.controlPlane.apiKeys = aws.controlPlane.apiKeys.filter(({ id }) => id !== 'key-2');
    }
    return undefined;
  };
  expect((await run()).failed).toBe(false);
  expect(Object.keys(snapshot().keys)).toEqual(['key-1', 'key-3']);
  expect(Object.keys(snapshot().plans)).toEqual(['empty']);
});

test.each([
  ['is cut off', 200, `{"item":[{"id":"key-1","value":"${SECRET}`],
  ['is of another shape', 200, `{"item":{"value":"${SECRET}"}}`],
  ['is a refusal', 403, `{"message":"Not allowed.","value":"${SECRET}"}`],
])('keeps the last good objects, and the secret, when an answer %s', async (_name, status, body) => {
  await run();
  const before = written();
  aws.intercept = (path) => path === '/apikeys' ? { status, body } : undefined;
  const { failed, stdout, stderr } = await run();
  expect(failed).toBe(true);
  expect(written()).toBe(before);
  expect(stdout + stderr).not.toContain(SECRET.slice(0, 10));
  expect(stdout).toContain('"DirectoryFailures":1');
  expect(stdout).toContain('"event":"directory_failed"');
});

test.each([
  ['/apikeys', 'the body of a response of API Gateway', 'body'],
  ['/restapis/b-api/stages', 'the headers of a response of API Gateway', 'headers'],
  ['/bucket/usage/directory/snapshot.json', 'a response of S3', 'headers'],
] as const)('ends at its deadline when %s stalls: %s', async (stalling, _what, stall) => {
  await run();
  const before = written();
  aws.controlPlane.restApis = [];
  aws.intercept = (path) => path === stalling ? { stall, body: '{"item":[]}' } : undefined;
  const { failed, stdout, milliseconds } = await run(4_000);
  expect(failed).toBe(true);
  expect(milliseconds).toBeLessThan(15_000);
  expect(aws.objects.get(ENVIRONMENT.snapshotKey)!.body).toContain('Billing');
  expect(before).toContain('Billing');
  expect(stdout).toContain('"DirectoryFailures":1');
  expect(stdout).toContain('did not arrive in time');
}, 30_000);
