import { APIGatewayClient, CreateDeploymentCommand, CreateRestApiCommand, DeleteRestApiCommand, GetStageCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { Ministack, startMinistack } from './ministack';
import { ThrottlingProxy } from './throttling-proxy';
import { CONFIGURED, runAttachments } from '../stages/attachment/bundle';
import { event, FOREIGN, OURS, setting, Wanted } from '../stages/attachment/events';

let ministack: Ministack;
let proxy: ThrottlingProxy;
let apiGateway: APIGatewayClient;
let stage: string;

beforeAll(async () => {
  ministack = await startMinistack();
  proxy = await ThrottlingProxy.start(ministack.endpoint);
  Object.assign(process.env, ministack.environment);
  apiGateway = new APIGatewayClient();
}, 120_000);

afterAll(async () => {
  await proxy?.stop();
  await ministack?.stop();
});

beforeEach(async () => {
  const { id } = await apiGateway.send(new CreateRestApiCommand({ name: 'Orders' }));
  await apiGateway.send(new CreateDeploymentCommand({ restApiId: id, stageName: 'prod' }));
  stage = `${id}/prod`;
  proxy.answers.length = 0;
});

/** Sends the event twice to the built handler: the second time must change nothing. Gives the answer to both. */
async function twice(requestType: 'Create' | 'Update' | 'Delete', wanted: Wanted = {}, old?: Wanted): Promise<unknown> {
  const asked = { ...event(requestType, { stage, ...wanted }, old && { stage, ...old }), ResponseURL: proxy.answerUrl };
  await runAttachments({ ...CONFIGURED, ...ministack.environment, AWS_ENDPOINT_URL: proxy.url }, [asked, asked]);
  const [first, second] = proxy.answers.slice(-2);
  expect(second).toEqual(first);
  return first;
}

const ids = () => ({ restApiId: stage.split('/')[0], stageName: 'prod' });

async function accessLog() {
  const { accessLogSettings } = await apiGateway.send(new GetStageCommand(ids()));
  return accessLogSettings?.destinationArn ? accessLogSettings : undefined;
}

async function give({ destinationArn, format }: typeof FOREIGN): Promise<void> {
  const patchOperations = Object.entries({ destinationArn, format }).map(([name, value]) => ({ op: 'replace' as const, path: `/accessLogSettings/${name}`, value }));
  await apiGateway.send(new UpdateStageCommand({ ...ids(), patchOperations }));
}

const SUCCESS = expect.objectContaining({ Status: 'SUCCESS' }) as unknown;

test('create, update and delete', async () => {
  expect(await twice('Create')).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: stage, Data: { Drifted: 'false' } });
  expect(await accessLog()).toEqual(OURS);
  const next = setting('amazon-apigateway-sample', 2);
  expect(await twice('Update', { setting: next }, {})).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: stage });
  expect(await accessLog()).toEqual(next);
  expect(await twice('Delete', { setting: next })).toEqual(SUCCESS);
  expect(await accessLog()).toBeUndefined();
});

test('a change outside the pipeline, before and after', async () => {
  await give(FOREIGN);
  expect(await twice('Create')).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining(FOREIGN.destinationArn) });
  expect(await twice('Create', { replace: true })).toEqual(SUCCESS);
  const theirs = setting('amazon-apigateway-theirs', 1);
  await give(theirs);
  expect(await twice('Update', {}, { replace: true })).toMatchObject({ Status: 'SUCCESS', Data: { Drifted: 'true' } });
  expect(await accessLog()).toEqual(theirs);
  expect(await twice('Update', { replace: true }, {})).toMatchObject({ Status: 'SUCCESS', Data: { Drifted: 'false' } });
  expect(await twice('Delete', { replace: true })).toEqual(SUCCESS);
  expect(await accessLog()).toEqual(theirs);
});

test('an API that is gone', async () => {
  await twice('Create');
  await apiGateway.send(new DeleteRestApiCommand(ids()));
  expect(await twice('Update', { setting: setting('amazon-apigateway-sample', 2) }, {})).toMatchObject({ Status: 'SUCCESS', Data: { Drifted: 'true' } });
  expect(await twice('Delete')).toEqual(SUCCESS);
});

test('throttled calls', async () => {
  for (const requestType of ['Create', 'Delete'] as const) {
    proxy.throttle = 3;
    expect(await twice(requestType)).toEqual(SUCCESS);
  }
  expect(await accessLog()).toBeUndefined();
});
