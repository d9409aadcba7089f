import { join } from 'path';
import { gunzipSync } from 'zlib';
import { APIGatewayClient, GetStageCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { DescribeDeliveryStreamCommand, FirehoseClient, PutRecordCommand } from '@aws-sdk/client-firehose';
import { GetPartitionsCommand, GlueClient } from '@aws-sdk/client-glue';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, HeadBucketCommand, ListObjectsV2Command, PutBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { bootstrap, Deployment } from './deployment';
import { AccessLogFormat } from '../../preview/gateway/access-log-format';
import { Ministack, startMinistack } from '../contract/ministack';
import { APPS } from '../lint/apps';

/* What the emulator does otherwise than AWS is not judged here: compression, batches, records that fail. */

let ministack: Ministack;
let s3: S3Client;

beforeAll(async () => {
  // A handler that CDK brings takes the SDK from Lambda's runtime.
  ministack = await startMinistack({ NODE_PATH: join(__dirname, '..', '..', 'node_modules') });
  Object.assign(process.env, ministack.environment);
  s3 = new S3Client({ forcePathStyle: true });
  await bootstrap(s3);
});

afterAll(() => ministack?.stop());

/** Sets the access log that the emulator lost when the stage was made. */
async function logAgain(deployment: Deployment): Promise<void> {
  const stage = { restApiId: deployment.output('StageApi'), stageName: deployment.output('StageName') };
  const client = new APIGatewayClient();
  const destinationArn = deployment.output('AccessLogDestination');
  const format = deployment.output('AccessLogFormat');
  await client.send(new UpdateStageCommand({
    ...stage,
    patchOperations: Object.entries({ destinationArn, format }).map(([name, value]) => ({ op: 'replace', path: `/accessLogSettings/${name}`, value })),
  }));
  expect((await client.send(new GetStageCommand(stage))).accessLogSettings).toEqual({ destinationArn, format });
}

/** Gives the bucket the tags that the emulator lost: by one of them CDK's handler knows that it may empty it. */
async function tagAgain(deployment: Deployment): Promise<void> {
  const { Tags: TagSet } = deployment.properties('UsageBucket');
  if (TagSet) await s3.send(new PutBucketTaggingCommand({ Bucket: deployment.output('UsageBucketName'), Tagging: { TagSet } }));
}

async function runDirectory(deployment: Deployment): Promise<void> {
  const { FunctionError, Payload } = await new LambdaClient().send(new InvokeCommand({ FunctionName: deployment.id('UsageDirectoryFunction') }));
  expect([FunctionError, Payload?.transformToString()]).toEqual([undefined, 'null']);
}

/** A request of a customer, logged in the stage's format, to the stage's destination. */
async function request(deployment: Deployment, apiKeyId: string): Promise<void> {
  const line = AccessLogFormat.parse(deployment.output('AccessLogFormat'), 'prod').render({
    'apiId': deployment.output('StageApi'),
    'stage': deployment.output('StageName'),
    'identity.apiKeyId': apiKeyId,
    'extendedRequestId': 'x1=',
    'requestTimeEpoch': String(Date.now()),
    'status': '200',
    'identity.sourceIp': '203.0.113.77',
    'identity.userAgent': 'say "hi"',
  }, 'json');
  const stream = deployment.output('AccessLogDestination').split(':deliverystream/')[1];
  await new FirehoseClient().send(new PutRecordCommand({ DeliveryStreamName: stream, Record: { Data: Buffer.from(line) } }));
}

async function keysIn(bucket: string, prefix: string): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.map(({ Key }) => Key!);
}

/** The rows in the folder of this hour, or of the one before it. */
async function rowsIn(bucket: string): Promise<unknown[]> {
  const folders = [0, -3_600_000].map((later) => new Date(Date.now() + later).toISOString().split(/\D/))
    .map(([year, month, day, hour]) => `logs/year=${year}/month=${month}/day=${day}/hour=${hour}/`);
  const keys = await keysIn(bucket, 'logs/');
  expect(keys.filter((key) => !folders.some((folder) => key.startsWith(folder)))).toEqual([]);
  const texts = await Promise.all(keys.map(async (key) => {
    const bytes = Buffer.from(await (await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body!.transformToByteArray());
    return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
  }));
  return texts.flatMap((text) => text.trim().split('\n')).map((line) => JSON.parse(line) as unknown);
}

/** The folders that are partitions of the table of requests, without any run of the crawler. */
async function partitionsOf(deployment: Deployment): Promise<string[]> {
  const table = { DatabaseName: deployment.output('UsageDatabaseName'), TableName: deployment.output('UsageTableName') };
  const { Partitions = [] } = await new GlueClient().send(new GetPartitionsCommand(table));
  return Partitions.map(({ StorageDescriptor }) => StorageDescriptor!.Location!.replace(/^s3:\/\/[^/]+\//, ''));
}

const hasBucket = (Bucket: string) => s3.send(new HeadBucketCommand({ Bucket })).then(() => true, () => false);

async function hasStream(name: string): Promise<boolean> {
  return new FirehoseClient().send(new DescribeDeliveryStreamCommand({ DeliveryStreamName: name })).then(() => true, () => false);
}

test.each([
  ['the quick start', 'stays', 'OrdersUmbrella', { customer_name: 'Umbrella', usage_plan_name: 'Free', enrichment_status: 'enriched' }],
  ['a bucket that goes with the stack', 'goes', undefined, { customer_name: null, usage_plan_name: null, enrichment_status: 'no_key' }],
])('%s: the stack is made, a request becomes a row, the stack is deleted and the bucket %s', async (app, fate, key, names) => {
  const deployment = await Deployment.of(APPS[app](), s3);
  const [bucket, stream] = [deployment.output('UsageBucketName'), deployment.output('UsageStreamName')];
  expect(deployment.leftOut).toEqual(['Custom::S3BucketNotifications', 'AWS::Athena::NamedQuery']);
  await logAgain(deployment);
  await tagAgain(deployment);
  await runDirectory(deployment);
  expect(await keysIn(bucket, 'directory/')).toContain('directory/snapshot.json');

  await request(deployment, key ? deployment.id(key) : '-');
  expect(await rowsIn(bucket)).toEqual([expect.objectContaining({
    ...names, extended_request_id: 'x1=', api_name: 'Orders', stage: 'prod', status: 200, source_ip: '203.0.113.0', user_agent: 'say "hi"', parse_status: 'strict',
  })]);

  const [file] = await keysIn(bucket, 'logs/');
  expect(await partitionsOf(deployment)).toContain(file.slice(0, file.lastIndexOf('/') + 1));

  expect([await hasBucket(bucket), await hasStream(stream)]).toEqual([true, true]);
  await deployment.delete();
  expect([await hasBucket(bucket), await hasStream(stream)]).toEqual([fate === 'stays', false]);
  if (fate === 'stays') expect(await rowsIn(bucket)).toHaveLength(1);
});
