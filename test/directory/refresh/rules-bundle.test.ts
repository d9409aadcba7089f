import { runDirectory } from './bundle';
import { FakeAws } from './fake-aws';
import { ENVIRONMENT, logsTo, sampleControlPlane, SECRET } from './samples';
import { Directory } from '../../../src/directory/directory';
import { DirectoryEnvironment, DIRECTORY_ENVIRONMENT } from '../../../src/directory/refresh/environment';
import { parseSnapshot } from '../../../src/directory/snapshot';

const OTHER_TEAM = 'other-team';

let aws: FakeAws;

beforeEach(async () => {
  aws = await FakeAws.start(sampleControlPlane());
  aws.controlPlane.stages['other-api'] = [{ stageName: 'prod', accessLogSettings: logsTo('amazon-apigateway-of-another-team') }];
  aws.controlPlane.restApis.push({ id: 'other-api', name: 'Other' });
  aws.controlPlane.usagePlans.push({ id: OTHER_TEAM, name: OTHER_TEAM, apiStages: [{ apiId: 'other-api', stage: 'prod' }] });
  aws.controlPlane.apiKeys.push({ id: OTHER_TEAM, name: OTHER_TEAM, value: SECRET });
  aws.controlPlane.usagePlanKeys[OTHER_TEAM] = [{ id: OTHER_TEAM, value: SECRET }];
});

afterEach(() => aws.stop());

async function run(differing: Partial<DirectoryEnvironment>): Promise<boolean> {
  const environment = DIRECTORY_ENVIRONMENT.toEnvironment({ ...ENVIRONMENT, scope: 'pipeline', ...differing });
  return !(await runDirectory({ ...environment, ...aws.environment })).failed;
}

function rows(table: string): Record<string, unknown>[] {
  const lines = aws.objects.get(`usage/directory/${table}/${table}.ndjson`)!.body.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

function column(table: string, name: string): unknown[] {
  return rows(table).map((row) => row[name]);
}

function find(keyId: string) {
  return new Directory(parseSnapshot(aws.objects.get(ENVIRONMENT.snapshotKey)!.body)!).find('b-api', 'prod', keyId);
}

test('the scope of the pipeline: its stages, their APIs, their plans with all their keys, and nothing of another team', async () => {
  expect(await run({})).toBe(true);
  expect(rows('stages')).toMatchObject([{ api_id: 'b-api', api_name: 'Billing', stage: 'prod', deployment_id: 'd-1' }]);
  expect(column('apis', 'api_id')).toEqual(['b-api']);
  expect(column('usage_plans', 'api_id')).toEqual(['a-api', 'b-api']);
  expect(column('api_keys', 'api_key_id')).toEqual(['key-1', 'key-2']);
  expect(JSON.stringify([...aws.objects])).not.toContain(OTHER_TEAM);
  expect(JSON.stringify([...aws.objects])).not.toContain(SECRET);
});

test('the scope of the account: everything, keys in no plan too; the stages are still the pipeline\'s', async () => {
  expect(await run({ scope: 'account' })).toBe(true);
  expect(column('stages', 'api_id')).toEqual(['b-api']);
  expect(column('apis', 'api_id')).toEqual(['a-api', 'b-api', 'other-api']);
  expect(column('usage_plans', 'usage_plan_id')).toEqual(['empty', OTHER_TEAM, 'silver', 'silver']);
  expect(column('api_keys', 'api_key_id')).toEqual(['key-1', 'key-2', 'key-3', OTHER_TEAM]);
});

test('an API has its name in rows even if no usage plan includes its stage', async () => {
  expect(await run({})).toBe(true);
  const directory = new Directory(parseSnapshot(aws.objects.get(ENVIRONMENT.snapshotKey)!.body)!);
  expect(directory.find('a-api', 'unplanned', null)).toMatchObject({ api_name: 'Animals', enrichment_status: 'no_key' });
});

test('the stages of an API that is deleted during the run are left out', async () => {
  delete aws.controlPlane.stages['b-api'];
  expect(await run({})).toBe(true);
  expect(['stages', 'apis', 'usage_plans', 'api_keys'].map((table) => rows(table).length)).toEqual([0, 0, 0, 0]);
});

test('stages that cannot be read are a failure, and the last good objects stay', async () => {
  await run({});
  const before = JSON.stringify([...aws.objects]);
  aws.intercept = (path) => path === '/restapis/b-api/stages' ? { status: 403, body: '{"message":"Not allowed."}' } : undefined;
  expect(await run({})).toBe(false);
  expect(JSON.stringify([...aws.objects])).toBe(before);
});

test('the customer by a tag, and internal keys by id and by tag', async () => {
  const internalKeys = { ids: ['key-1'], tags: { area: 'a' } };
  expect(await run({ scope: 'account', customer: { from: 'keyTag', tag: 'team' }, internalKeys })).toBe(true);
  expect(rows('api_keys').map((row) => [row.api_key_id, row.api_key_name, row.customer_id, row.customer_name, row.internal_key])).toEqual([
    ['key-1', 'key-1', 'key-1', 'key-1', true],
    ['key-2', 'Globex', 'b', 'b', true],
    ['key-3', 'Initech', 'Initech', 'Initech', false],
    [OTHER_TEAM, OTHER_TEAM, OTHER_TEAM, OTHER_TEAM, false],
  ]);
  expect(find('key-2')).toMatchObject({ api_key_name: 'Globex', customer_id: 'b', customer_name: 'b', internal_key: true });
  expect(find('key-3')).toMatchObject({ customer_id: 'Initech', internal_key: false });
  expect(find('stranger')).toMatchObject({ customer_id: null, internal_key: null });
});

test.each([
  ['the Marketplace id', { from: 'marketplaceId' }, 'marketplace-1'],
  ['a part of the name', { from: 'keyNamePattern', pattern: '{customer}b*' }, 'Glo'],
] as const)('the customer by %s', async (_what, customer, expected) => {
  expect(await run({ customer })).toBe(true);
  expect(find('key-2')).toMatchObject({ api_key_name: 'Globex', customer_id: expected, customer_name: expected, internal_key: false });
});
