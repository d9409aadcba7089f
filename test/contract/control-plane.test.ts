import { APIGatewayClient, DeleteApiKeyCommand, DeleteUsagePlanCommand, GetApiKeysCommand, UpdateApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Account, fillAccount, OTHER_TEAM, planOf } from './control-plane-account';
import { Ministack, startMinistack } from './ministack';
import { Directory } from '../../src/directory/directory';
import { Clients, connect } from '../../src/directory/refresh/clients.lambda-shared';
import { DirectoryEnvironment, DIRECTORY_ENVIRONMENT, snapshotObjectKey } from '../../src/directory/refresh/environment';
import { RateLimiter } from '../../src/directory/refresh/rate-limiter';
import { snapshotHandler } from '../../src/directory/refresh/take-snapshot.lambda-shared';
import { NO_INTERNAL_KEYS } from '../../src/directory/rules/internal-key-rule';
import { parseSnapshot } from '../../src/directory/snapshot';
import { runDirectory } from '../directory/refresh/bundle';
import { Run } from '../support/run-bundle';

const PLANS = 300;
const KEYS = 2_000;
const SETTINGS: DirectoryEnvironment = {
  bucketName: 'usage',
  directoryPrefix: 'directory/',
  snapshotKey: snapshotObjectKey('directory/'),
  deliveryStreamName: 'amazon-apigateway-contract',
  scope: 'pipeline',
  customer: { from: 'keyTag', tag: 'customer' },
  internalKeys: NO_INTERNAL_KEYS,
};

let ministack: Ministack;
let client: APIGatewayClient;
let s3: S3Client;
let account: Account;
let secrets: string[];
let first: Run;

beforeAll(async () => {
  ministack = await startMinistack();
  Object.assign(process.env, ministack.environment);
  client = new APIGatewayClient();
  s3 = new S3Client();
  await s3.send(new CreateBucketCommand({ Bucket: SETTINGS.bucketName }));
  account = await fillAccount(client, PLANS, KEYS, `arn:aws:firehose:us-east-1:000000000000:deliverystream/${SETTINGS.deliveryStreamName}`);
  secrets = (await client.send(new GetApiKeysCommand({ includeValues: true, limit: 500 }))).items!.map(({ value }) => value!);
  first = await runDirectory({ ...DIRECTORY_ENVIRONMENT.toEnvironment(SETTINGS), ...ministack.environment });
}, 400_000);

afterAll(() => ministack?.stop());

async function read(key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: SETTINGS.bucketName, Key: key }));
  return Body!.transformToString();
}

async function rows(table: string): Promise<Record<string, unknown>[]> {
  return (await read(`directory/${table}/${table}.ndjson`)).trimEnd().split('\n').map((line) => JSON.parse(line));
}

async function directory(): Promise<Directory> {
  return new Directory(parseSnapshot(await read(SETTINGS.snapshotKey))!);
}

/** Runs in this process without a rate limit, and returns the number of objects that it wrote. */
async function runHere(): Promise<number> {
  const clients: Clients = connect(new RateLimiter(1_000));
  let puts = 0;
  clients.s3.middlewareStack.add((next, { commandName }) => (args) => {
    if (commandName === 'PutObjectCommand') puts += 1;
    return next(args);
  }, { step: 'initialize' });
  await snapshotHandler(SETTINGS, clients)({}, { getRemainingTimeInMillis: () => 60_000 });
  return puts;
}

test('the bundle reads every plan and every key, over several pages, within its rate limit', async () => {
  expect(first).toMatchObject({ failed: false, stdout: expect.stringContaining('"DirectoryFailures":0') });
  // 300 plans, their keys (the first has three pages), four pages of keys, one of plans and one of APIs, two of stages.
  expect(first.milliseconds).toBeGreaterThan((PLANS + 5) / 5 * 1000);
  const keys = await rows('api_keys');
  expect(keys).toHaveLength(KEYS);
  const planOfKey = new Map(keys.map((row) => [row.api_key_id, row.usage_plan_id]));
  account.keyIds.forEach((keyId, index) => expect(planOfKey.get(keyId)).toBe(planOf(account.planIds, index)));
  expect((await rows('usage_plans')).filter(({ api_id, stage, api_name }) => api_id === account.apiId && stage === 'prod' && api_name === 'Animals')).toHaveLength(PLANS);
});

test('the snapshot names customer and plan of every key', async () => {
  const found = await directory();
  account.keyIds.forEach((keyId, index) => expect(found.find(account.apiId, 'prod', keyId)).toMatchObject({
    api_name: 'Animals', customer_name: `Tag ${index}`, api_key_name: `Customer ${index}`, usage_plan_id: planOf(account.planIds, index), enrichment_status: 'enriched',
  }));
});

test('stages are those that log to the pipeline, and nothing of another team is in a table', async () => {
  expect(await rows('stages')).toMatchObject([{ api_id: account.apiId, api_name: 'Animals', stage: 'prod' }]);
  for (const table of ['api_keys', 'usage_plans', 'apis', 'stages']) expect(JSON.stringify(await rows(table))).not.toContain(OTHER_TEAM);
});

test('no written object has a secret value', async () => {
  const objects = await Promise.all(['api_keys', 'usage_plans', 'apis', 'stages'].map((table) => read(`directory/${table}/${table}.ndjson`)));
  const bytes = [...objects, await read(SETTINGS.snapshotKey), first.stdout, first.stderr].join('\n');
  expect(secrets.length).toBe(500);
  for (const secret of secrets) expect(bytes).not.toContain(secret);
});

test('unchanged objects are not written again, and a renamed key, a deleted key and a deleted plan are noticed', async () => {
  expect(await runHere()).toBe(0);
  const [deletedKey, renamedKey, , keyWithoutPlan] = account.keyIds;
  await client.send(new UpdateApiKeyCommand({ apiKey: renamedKey, patchOperations: [{ op: 'replace', path: '/name', value: 'Renamed' }] }));
  await client.send(new DeleteApiKeyCommand({ apiKey: deletedKey }));
  await client.send(new DeleteUsagePlanCommand({ usagePlanId: planOf(account.planIds, 3) }));
  expect(await runHere()).toBe(3);
  const found = await directory();
  expect(found.find(account.apiId, 'prod', renamedKey)).toMatchObject({ api_key_name: 'Renamed', enrichment_status: 'enriched' });
  expect(found.find(account.apiId, 'prod', deletedKey).enrichment_status).toBe('unknown_key');
  expect(found.find(account.apiId, 'prod', keyWithoutPlan).enrichment_status).toBe('unknown_key');
});
