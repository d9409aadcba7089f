import { join } from 'path';
import { gunzipSync } from 'zlib';
import { DescribeDeliveryStreamCommand, FirehoseClient, ListDeliveryStreamsCommand, PutRecordCommand } from '@aws-sdk/client-firehose';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { App, Stack } from 'aws-cdk-lib';
import { bootstrap, Deployment } from './deployment';
import { AccessLogFormat } from '../../preview/gateway/access-log-format';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, RecordFormat } from '../../src';
import { Ministack, startMinistack } from '../contract/ministack';
import { restApi } from '../support/app';

/* Stacks that change. The emulator replaces what CloudFormation would replace; it does not check what Firehose refuses. */

let ministack: Ministack;
let s3: S3Client;

beforeAll(async () => {
  ministack = await startMinistack({ NODE_PATH: join(__dirname, '..', '..', 'node_modules') });
  Object.assign(process.env, ministack.environment);
  s3 = new S3Client({ forcePathStyle: true });
  await bootstrap(s3);
});

afterAll(() => ministack?.stop());

function app(props: ApiUsageAnalyticsProps): App {
  const root = new App();
  const stack = new Stack(root, 'OrdersApi');
  new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack, 'Orders').deploymentStage], ...props });
  return root;
}

async function glue<T>(operation: string, body: object): Promise<T> {
  const headers = { 'X-Amz-Target': `AWSGlue.${operation}`, 'Content-Type': 'application/x-amz-json-1.1', 'Authorization': 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/glue/aws4_request' };
  return await (await fetch(ministack.endpoint, { method: 'POST', headers, body: JSON.stringify(body) })).json() as T;
}

interface Table {
  readonly Name: string;
  readonly PartitionKeys?: readonly unknown[];
  readonly StorageDescriptor: { readonly Location: string };
}

/** The tables of requests in every database: `database.table folder`. */
async function requestTables(): Promise<string[]> {
  const { DatabaseList } = await glue<{ DatabaseList: { Name: string }[] }>('GetDatabases', {});
  const tables = await Promise.all(DatabaseList.map(async ({ Name: DatabaseName }) => {
    const { TableList } = await glue<{ TableList: Table[] }>('GetTables', { DatabaseName });
    return TableList.filter(({ PartitionKeys = [] }) => PartitionKeys.length > 0)
      .map(({ Name, StorageDescriptor: { Location } }) => `${DatabaseName}.${Name} ${Location.replace(/^s3:\/\/[^/]+\//, '')}`);
  }));
  return tables.flat().sort();
}

async function destination(stream: string) {
  const { DeliveryStreamDescription } = await new FirehoseClient().send(new DescribeDeliveryStreamCommand({ DeliveryStreamName: stream }));
  const [{ ExtendedS3DestinationDescription }] = DeliveryStreamDescription!.Destinations!;
  const { Prefix, CompressionFormat, DataFormatConversionConfiguration } = ExtendedS3DestinationDescription!;
  return { folder: Prefix!.split('year=')[0], CompressionFormat, converts: DataFormatConversionConfiguration?.Enabled };
}

/** The folders of the partitions of a table that are registered for the next hours. */
async function foldersAhead(database: string, table: string): Promise<string[]> {
  const { Partitions } = await glue<{ Partitions: { StorageDescriptor: { Location: string } }[] }>('GetPartitions', { DatabaseName: database, TableName: table });
  const ahead = Partitions.map(({ StorageDescriptor: { Location } }) => /^s3:\/\/[^/]+\/(.*?\/)year=\d+\/month=\d+\/day=\d+\/hour=\d+\/$/.exec(Location)?.[1] ?? Location);
  expect(ahead.length).toBeGreaterThan(48);
  return [...new Set(ahead)];
}

/** The ids of the requests whose rows lie in `logs/`. */
async function idsOfRows(bucket: string): Promise<unknown[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'logs/' }));
  const texts = await Promise.all(Contents.map(async ({ Key }) => {
    const bytes = Buffer.from(await (await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))).Body!.transformToByteArray());
    return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
  }));
  return texts.flatMap((text) => text.trim().split('\n')).map((line) => (JSON.parse(line) as { extended_request_id: unknown }).extended_request_id).sort();
}

async function request(deployment: Deployment, stream: string, extendedRequestId: string): Promise<void> {
  const line = AccessLogFormat.parse(deployment.output('AccessLogFormat'), 'prod').render({ extendedRequestId, requestTimeEpoch: String(Date.now()), status: '200' }, 'json');
  await new FirehoseClient().send(new PutRecordCommand({ DeliveryStreamName: stream, Record: { Data: Buffer.from(line) } }));
}

const [json, parquet] = [RecordFormat.json(), RecordFormat.parquet()];

test('format, table, database and stream change one after the other, and the old stream goes on delivering', async () => {
  const first = await Deployment.of(app({}), s3);
  const [bucket, database, stream] = ['UsageBucketName', 'UsageDatabaseName', 'UsageStreamName'].map((output) => first.output(output));
  expect(await destination(stream)).toEqual({ folder: 'logs/', CompressionFormat: 'GZIP', converts: false });

  expect(await foldersAhead(database, 'logs')).toEqual(['logs/']);

  await first.update(app({ format: parquet, previousFormat: json }), s3);
  expect(await foldersAhead(database, 'logs')).toEqual(['logs-parquet/']);
  expect(await foldersAhead(database, 'logs_json')).toEqual(['logs/']);
  expect(await requestTables()).toEqual([`${database}.logs logs-parquet/`, `${database}.logs_json logs/`]);
  expect(await destination(stream)).toMatchObject({ folder: 'logs-parquet/', CompressionFormat: 'UNCOMPRESSED' });

  await first.update(app({ format: json, previousFormat: parquet }), s3);
  expect(await requestTables()).toEqual([`${database}.logs logs/`, `${database}.logs_parquet logs-parquet/`]);
  expect(await destination(stream)).toEqual({ folder: 'logs/', CompressionFormat: 'GZIP', converts: false });

  expect(await foldersAhead(database, 'logs')).toEqual(['logs/']);

  await first.update(app({ databaseName: 'renamed' }), s3);
  expect(await requestTables()).toEqual(['renamed.logs logs/']);
  expect(await foldersAhead('renamed', 'logs')).toEqual(['logs/']);
  await first.update(app({ databaseName: 'renamed', tableName: 'calls' }), s3);
  expect(await requestTables()).toEqual(['renamed.calls logs/']);
  expect(await foldersAhead('renamed', 'calls')).toEqual(['logs/']);

  const streamName = 'amazon-apigateway-new';
  const last = await first.update(app({ databaseName: 'renamed', tableName: 'calls', streamName }), s3);
  expect((await new FirehoseClient().send(new ListDeliveryStreamsCommand({}))).DeliveryStreamNames!.sort()).toEqual([stream, streamName].sort());
  await request(last, stream, 'to the old stream');
  await request(last, streamName, 'to the new stream');
  expect(await idsOfRows(bucket)).toEqual(['to the new stream', 'to the old stream']);
  expect(last.output('UsageBucketName')).toBe(bucket);
});
