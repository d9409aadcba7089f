import { APIGateway } from '@aws-sdk/client-api-gateway';
import { Glue } from '@aws-sdk/client-glue';
import { S3 } from '@aws-sdk/client-s3';
import { GlueTable } from '../../../preview/catalog/glue-table';
import { TableCatalog } from '../../../preview/catalog/table-catalog';
import { Account } from '../../../preview/directory/account';
import { Endpoint } from '../../../preview/endpoint/endpoint';
import { ObjectStore } from '../../../preview/storage/object-store';
import { temporaryFolder } from '../temporary-folder';

const DESTINATION = 'arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-x';

const TABLE: GlueTable = {
  database: 'd', name: 't', bucket: 'b', prefix: 'logs/', columns: [], partitionKeys: ['day', 'hour'], parquet: false, parameters: {}, input: { Parameters: { a: 'b' } },
};

let endpoint: Endpoint;
let apiGateway: APIGateway;
let s3: S3;
let glue: Glue;

beforeAll(async () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `id${index}` }));
  const account = new Account({
    restApis: [{ id: 'api' }],
    stages: { api: [{ stageName: 'listed' }] },
    usagePlans: [{ id: 'plan', apiStages: [{ apiId: 'api', stage: 'listed' }, { apiId: 'api', stage: 'named' }] }, ...ids(30)],
    apiKeys: [{ id: 'id0', name: 'first', value: 'given', ...{ createdDate: '2026-05-17T10:00:00Z' } }, ...ids(700).slice(1)],
    usagePlanKeys: { plan: ids(700) },
  }, DESTINATION);
  endpoint = await Endpoint.start({ store: new ObjectStore(temporaryFolder()), account, catalog: new TableCatalog([TABLE]) });
  const settings = { endpoint: endpoint.url, region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
  apiGateway = new APIGateway(settings);
  s3 = new S3(settings);
  glue = new Glue(settings);
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

  test('a missing object is not found', async () => {
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

// That registration works on it as on an emulator is tested in test/catalog/registration and test/contract.
describe('AWS Glue', () => {
  const table = { DatabaseName: 'd', TableName: 't' };
  const partitions = (count: number) => Array.from({ length: count }, (_, hour) => ({ Values: ['1', String(hour)], StorageDescriptor: { Columns: [{ Name: 'c' }], Location: `s3://b/${hour}/` } }));

  test('a table is as its template declares it', async () => {
    expect((await glue.getTable({ DatabaseName: 'd', Name: 't' })).Table).toMatchObject({ Name: 't', DatabaseName: 'd', Parameters: { a: 'b' } });
    await expect(glue.getTable({ DatabaseName: 'd', Name: 'gone' })).rejects.toMatchObject({ name: 'EntityNotFoundException' });
  });

  test('partitions come in pages, by their values, with or without their columns', async () => {
    await glue.batchCreatePartition({ ...table, PartitionInputList: [...partitions(24), { Values: ['2', '0'] }] });
    const first = await glue.getPartitions({ ...table, MaxResults: 20 });
    expect([first.Partitions!.length, first.Partitions![3].StorageDescriptor]).toEqual([20, { Columns: [{ Name: 'c' }], Location: 's3://b/3/' }]);
    const second = await glue.getPartitions({ ...table, MaxResults: 20, NextToken: first.NextToken, ExcludeColumnSchema: true });
    expect([second.Partitions!.length, second.NextToken, second.Partitions![3].StorageDescriptor]).toEqual([5, undefined, { Location: 's3://b/23/' }]);
    const found = await glue.getPartitions({ ...table, Expression: 'day = \'2\' AND hour = \'0\'' });
    expect(found.Partitions!.map(({ Values }) => Values)).toEqual([['2', '0']]);
  });

  test('the response to a batch lists its failures, and too large a batch is refused', async () => {
    const { Errors } = await glue.batchCreatePartition({ ...table, PartitionInputList: [{ Values: ['3'] }, { Values: ['2', '0'] }, { Values: ['3', '0'] }] });
    expect(Errors!.map(({ PartitionValues, ErrorDetail }) => [PartitionValues, ErrorDetail!.ErrorCode])).toEqual([[['3'], 'InvalidInputException'], [['2', '0'], 'AlreadyExistsException']]);
    await expect(glue.batchCreatePartition({ ...table, PartitionInputList: partitions(101) })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(glue.batchDeletePartition({ ...table, PartitionsToDelete: partitions(26).map(({ Values }) => ({ Values })) })).rejects.toMatchObject({ name: 'ValidationException' });
    const gone = await glue.batchUpdatePartition({ ...table, Entries: [{ PartitionValueList: ['9', '9'], PartitionInput: {} }] });
    expect(gone.Errors).toMatchObject([{ PartitionValueList: ['9', '9'], ErrorDetail: { ErrorCode: 'EntityNotFoundException' } }]);
  });

  test('a request that the preview does not evaluate is refused', async () => {
    await expect(glue.getPartitions({ ...table, Expression: 'day > \'1\'' })).rejects.toThrow('does not evaluate');
    await expect(glue.getDatabases({})).rejects.toThrow('The preview does not answer GetDatabases.');
  });
});
