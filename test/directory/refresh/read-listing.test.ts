import { FakeAws } from './fake-aws';
import { ENVIRONMENT, logsTo, sampleControlPlane, SECRET } from './samples';
import { TokenBucket } from './token-bucket';
import { connect } from '../../../src/directory/refresh/clients.lambda-shared';
import { RateLimiter } from '../../../src/directory/refresh/rate-limiter';
import { readListing } from '../../../src/directory/refresh/read-listing.lambda-shared';
import { DirectoryScopeName } from '../../../src/directory/rules/directory-scope';
import { FakeRequest } from '../../support/fake-service';

let aws: FakeAws;

beforeEach(async () => {
  aws = await FakeAws.start(sampleControlPlane());
  aws.throttle = new TokenBucket(10_000, 10_000);
  Object.assign(process.env, aws.environment);
});

afterEach(() => aws.stop());

const read = (scope: DirectoryScopeName = 'account') => readListing(connect(new RateLimiter(10_000)).apiGateway, { ...ENVIRONMENT, scope }, new AbortController().signal);

test('keeps only the attributes that the directory needs', async () => {
  const { apis, stages, usagePlans, apiKeys } = await read();
  expect(apis).toEqual([
    { id: 'b-api', name: 'Billing', description: null, createdAt: new Date(1779012303250) },
    { id: 'a-api', name: 'Animals', description: 'All of them', createdAt: null },
  ]);
  expect(stages).toEqual([{ apiId: 'b-api', name: 'prod', description: null, deploymentId: 'd-1', createdAt: new Date(1779012303250), tags: {} }]);
  expect(usagePlans[0]).toEqual({
    id: 'silver',
    name: 'Silver',
    description: null,
    productCode: null,
    quota: { limit: 1000, offset: 2, period: 'MONTH' },
    throttle: { rateLimit: 10.5, burstLimit: 20 },
    stages: [
      { apiId: 'b-api', stage: 'prod', methodThrottles: {} },
      { apiId: 'a-api', stage: 'prod', methodThrottles: { '/pets/POST': { rateLimit: 0.5, burstLimit: 2 }, '/pets/GET': { rateLimit: 1, burstLimit: null } } },
    ],
    keyIds: ['key-2', 'key-1'],
    tags: { tier: '2' },
  });
  expect(usagePlans[1]).toMatchObject({ description: 'No stage, no key', productCode: 'a-product', stages: [], throttle: { rateLimit: null } });
  expect(apiKeys[0]).toEqual({
    id: 'key-2',
    name: 'Globex',
    description: 'Pays',
    enabled: true,
    createdAt: new Date(1779012303250),
    marketplaceCustomerId: 'marketplace-1',
    tags: { team: 'b', area: 'a' },
  });
});

test('an item without a name has its id as its name', async () => {
  aws.controlPlane.restApis = [{ id: 'nameless' }];
  aws.controlPlane.usagePlans = [{ id: 'empty', name: '' }];
  const listing = await read();
  expect(listing.apis[0].name).toBe('nameless');
  expect(listing.usagePlans[0].name).toBe('empty');
  expect(listing.apiKeys[1]).toMatchObject({ id: 'key-1', name: 'key-1' });
});

test('never asks for the values of keys', async () => {
  const asked: FakeRequest[] = [];
  aws.intercept = (_path, request) => void asked.push(request);
  await read();
  expect(asked.find(({ path }) => path === '/apikeys')!.query.get('includeValues')).toBe('false');
  expect(asked.map(({ path }) => path)).toEqual([
    '/restapis', '/usageplans', '/restapis/b-api/stages', '/restapis/a-api/stages', '/usageplans/silver/keys', '/usageplans/empty/keys', '/apikeys',
  ]);
});

test('a page without items, or with an item without an id, is read', async () => {
  aws.intercept = (path) => {
    if (path === '/usageplans/silver/keys') return { status: 200, body: '{"item":[{"type":"API_KEY"},{"id":"key-1"}]}' };
    return path === '/usageplans' ? undefined : { status: 200, body: '{}' };
  };
  const listing = await read();
  expect(listing).toMatchObject({ apis: [], stages: [], apiKeys: [], usagePlans: [{ keyIds: ['key-1'] }, { keyIds: [] }] });
});

test('an account without usage plans is read', async () => {
  aws.intercept = (path) => path === '/usageplans' ? { status: 200, body: '{}' } : undefined;
  expect((await read()).usagePlans).toEqual([]);
});

describe('within the scope of the pipeline', () => {
  test('only plans that include one of its stages are read', async () => {
    const asked: string[] = [];
    aws.intercept = (path) => void asked.push(path);
    expect((await read('pipeline')).usagePlans.map(({ id, stages }) => [id, stages.length])).toEqual([['silver', 2]]);
    expect(asked).not.toContain('/usageplans/empty/keys');
  });

  test('an API is read once even if several plans name it, and a deleted API has no stages', async () => {
    const asked: string[] = [];
    aws.intercept = (path) => void asked.push(path);
    const [silver] = aws.controlPlane.usagePlans;
    aws.controlPlane.usagePlans.push({ id: 'gold', apiStages: [{ apiId: 'gone', stage: 'prod' }, { apiId: 'b-api', stage: 'prod' }, {}] }, { ...silver, id: 'tin' });
    aws.controlPlane.usagePlanKeys = { ...aws.controlPlane.usagePlanKeys, gold: [], tin: [] };
    const { stages, usagePlans } = await read('pipeline');
    expect(asked.filter((path) => path.endsWith('/stages'))).toEqual(['/restapis/b-api/stages', '/restapis/a-api/stages', '/restapis/gone/stages']);
    expect(stages.map(({ apiId, name }) => `${apiId}/${name}`)).toEqual(['b-api/prod']);
    expect(usagePlans.map(({ id }) => id)).toEqual(['silver', 'gold', 'tin']);
  });

  test('a stream with a similar name is another stream', async () => {
    aws.controlPlane.stages['b-api'] = [`${ENVIRONMENT.deliveryStreamName}-2`, `x${ENVIRONMENT.deliveryStreamName}`, '']
      .map((name, index) => ({ stageName: `stage-${index}`, accessLogSettings: logsTo(name) }));
    expect(await read('pipeline')).toMatchObject({ stages: [], usagePlans: [] });
  });

  test('a refused call is a failure, and not an empty list of stages', async () => {
    aws.intercept = (path) => path === '/restapis/a-api/stages' ? { status: 403, body: `{"message":"No.","value":"${SECRET}"}` } : undefined;
    await expect(read('pipeline')).rejects.toThrow('No.');
  });
});
