import { APIGateway } from '@aws-sdk/client-api-gateway';
import { S3 } from '@aws-sdk/client-s3';
import { Account } from '../../../preview/directory/account';
import { Endpoint } from '../../../preview/endpoint/endpoint';
import { ObjectStore } from '../../../preview/storage/object-store';
import { temporaryFolder } from '../temporary-folder';

const DESTINATION = 'arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-x';

let endpoint: Endpoint;
let apiGateway: APIGateway;
let s3: S3;

beforeAll(async () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `id${index}` }));
  endpoint = await Endpoint.start(new ObjectStore(temporaryFolder()), new Account({
    restApis: [{ id: 'api' }],
    stages: { api: [{ stageName: 'listed' }] },
    usagePlans: [{ id: 'plan', apiStages: [{ apiId: 'api', stage: 'listed' }, { apiId: 'api', stage: 'named' }] }, ...ids(30)],
    apiKeys: [{ id: 'id0', name: 'first', value: 'given', ...{ createdDate: '2026-05-17T10:00:00Z' } }, ...ids(700).slice(1)],
    usagePlanKeys: { plan: ids(700) },
  }, DESTINATION));
  const settings = { endpoint: endpoint.url, region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
  apiGateway = new APIGateway(settings);
  s3 = new S3(settings);
});

afterAll(() => endpoint.close());

describe('API Gateway', () => {
  test('pages of 25 unless asked for more, at most 500', async () => {
    const first = await apiGateway.getUsagePlans({});
    expect(first.items).toHaveLength(25);
    expect((await apiGateway.getUsagePlans({ position: first.position })).items).toHaveLength(6);
    const keys = await apiGateway.getUsagePlanKeys({ usagePlanId: 'plan', limit: 500 });
    expect(keys.items).toHaveLength(500);
    const last = await apiGateway.getUsagePlanKeys({ usagePlanId: 'plan', limit: 500, position: keys.position });
    expect([last.items?.length, last.position]).toEqual([200, undefined]);
    await expect(apiGateway.getApiKeys({ limit: 501 })).rejects.toThrow('limit');
  });

  test('the keys of a plan come with their secret, the list of keys only on demand', async () => {
    const ofPlan = (await apiGateway.getUsagePlanKeys({ usagePlanId: 'plan' })).items!;
    expect(ofPlan[0]).toMatchObject({ id: 'id0', name: 'first', type: 'API_KEY', value: 'given' });
    expect(ofPlan[1].value).toMatch(/^[0-9a-f]{40}$/);
    expect((await apiGateway.getApiKeys({ includeValues: false })).items![0]).toMatchObject({ id: 'id0', createdDate: new Date('2026-05-17T10:00:00Z') });
    expect((await apiGateway.getApiKeys({})).items![0].value).toBeUndefined();
    expect((await apiGateway.getApiKeys({ includeValues: true })).items![0].value).toBe('given');
  });

  test('stages: as listed, and those that a plan names log to the pipeline', async () => {
    expect((await apiGateway.getStages({ restApiId: 'api' })).item).toEqual([
      { stageName: 'listed' }, { stageName: 'named', accessLogSettings: { destinationArn: DESTINATION } },
    ]);
    expect(await apiGateway.getStage({ restApiId: 'api', stageName: 'listed' })).toMatchObject({ stageName: 'listed' });
  });

  test('what is not there is not found', async () => {
    await expect(apiGateway.getUsagePlanKeys({ usagePlanId: 'gone' })).rejects.toMatchObject({ name: 'NotFoundException' });
    await expect(apiGateway.getStage({ restApiId: 'api', stageName: 'gone' })).rejects.toMatchObject({ name: 'NotFoundException' });
    await expect(apiGateway.getStages({ restApiId: 'gone' })).rejects.toMatchObject({ name: 'NotFoundException' });
    await expect(apiGateway.getAccount({})).rejects.toThrow('does not answer');
  });
});

describe('S3', () => {
  const object = { Bucket: 'Bucket', Key: 'folder/a file.json' };

  test('an object comes back as it was put, with its metadata', async () => {
    await expect(s3.getObject(object)).rejects.toMatchObject({ name: 'NoSuchKey' });
    const { ETag } = await s3.putObject({ ...object, Body: '{"é":1}', Metadata: { hash: 'h' } });
    const got = await s3.getObject(object);
    expect([await got.Body!.transformToString(), got.ETag, got.Metadata]).toEqual(['{"é":1}', ETag, { hash: 'h' }]);
    expect(await s3.headObject(object)).toMatchObject({ ETag, ContentLength: 8, Metadata: { hash: 'h' } });
    await expect(s3.getObject({ ...object, IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    await expect(s3.putObject({ ...object, Body: 'x', IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(s3.headObject({ ...object, Key: 'gone' })).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('keys are listed in order, in pages', async () => {
    for (const name of ['c', 'a', 'b']) await s3.putObject({ Bucket: 'Bucket', Key: `list/${name}&`, Body: name });
    const first = await s3.listObjectsV2({ Bucket: 'Bucket', Prefix: 'list/', MaxKeys: 2 });
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2, Contents: [{ Key: 'list/a&' }, { Key: 'list/b&' }] });
    const second = await s3.listObjectsV2({ Bucket: 'Bucket', Prefix: 'list/', ContinuationToken: first.NextContinuationToken });
    expect(second).toMatchObject({ IsTruncated: false, Contents: [{ Key: 'list/c&', Size: 1 }] });
    expect((await s3.listObjectsV2({ Bucket: 'Another' })).KeyCount).toBe(0);
  });
});
