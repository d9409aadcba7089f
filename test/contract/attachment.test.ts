import { APIGatewayClient, CreateDeploymentCommand, CreateRestApiCommand, DeleteStageCommand, GetStageCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { S3Client } from '@aws-sdk/client-s3';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { App, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Deployments } from './cloudformation';
import { Ministack, startMinistack } from './ministack';
import { AddStageOptions, ApiUsageAnalytics, ApiUsageAnalyticsProps, UsageCatalog } from '../../src';
import { importedStage } from '../support/app';

const STACK = 'Usage';
const THEIRS = { destinationArn: 'arn:aws:firehose:us-east-1:000000000000:deliverystream/amazon-apigateway-theirs', format: '$context.requestId' };

let ministack: Ministack;
let apiGateway: APIGatewayClient;
let ssm: SSMClient;
let deployments: Deployments;
let apiId: string;

beforeAll(async () => {
  ministack = await startMinistack();
  Object.assign(process.env, ministack.environment);
  apiGateway = new APIGatewayClient();
  ssm = new SSMClient();
  deployments = new Deployments(ministack, new S3Client({ forcePathStyle: true }));
}, 120_000);

afterAll(() => ministack?.stop());

beforeEach(async () => {
  const { id } = await apiGateway.send(new CreateRestApiCommand({ name: 'Orders' }));
  await apiGateway.send(new CreateDeploymentCommand({ restApiId: id, stageName: 'prod' }));
  apiId = id!;
});

afterEach(() => deployments.destroy(STACK));

/** Deploys a pipeline with the one stage, or without it. */
async function deploy(options: AddStageOptions | undefined = {}, props: ApiUsageAnalyticsProps = {}, attached = true) {
  const stack = new Stack(new App(), STACK, {
    env: deployments.stackEnvironment,
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
  });
  const usage = new ApiUsageAnalytics(stack, 'Usage', { catalog: UsageCatalog.projected(), ...props });
  if (attached) usage.addStage(importedStage(stack, apiId), options);
  return { status: await deployments.deploy(stack), ours: { destinationArn: destinationOf(usage), format: usage.accessLogFormat.toString() } };
}

const destinationOf = ({ stream }: ApiUsageAnalytics) => `arn:aws:firehose:us-east-1:000000000000:deliverystream/${stream.deliveryStreamName}`;

async function accessLog() {
  const { accessLogSettings } = await apiGateway.send(new GetStageCommand({ restApiId: apiId, stageName: 'prod' }));
  return accessLogSettings?.destinationArn ? accessLogSettings : undefined;
}

async function give({ destinationArn, format }: typeof THEIRS) {
  const patchOperations = [['destinationArn', destinationArn], ['format', format]].map(([name, value]) => ({ op: 'replace' as const, path: `/accessLogSettings/${name}`, value }));
  await apiGateway.send(new UpdateStageCommand({ restApiId: apiId, stageName: 'prod', patchOperations }));
}

async function remembered() {
  const { Parameters = [] } = await ssm.send(new GetParametersByPathCommand({ Path: '/api-usage-analytics', Recursive: true }));
  return Parameters.map(({ Value }) => JSON.parse(Value!) as unknown);
}

test('is created, updated and deleted with its stack', async () => {
  const first = await deploy();
  expect([first.status, await accessLog()]).toEqual(['CREATE_COMPLETE', first.ours]);
  const fewer = await deploy({}, { omitColumns: ['user_agent'] });
  expect(fewer.ours.format).not.toBe(first.ours.format);
  expect([fewer.status, await accessLog()]).toEqual(['UPDATE_COMPLETE', fewer.ours]);
  expect(await deployments.destroy(STACK)).toBe('DELETE_COMPLETE');
  expect(await accessLog()).toBeUndefined();
});

test('a removed stage is restored before its policy is deleted', async () => {
  await deploy();
  expect((await deploy({}, {}, false)).status).toBe('UPDATE_COMPLETE');
  expect(await accessLog()).toBeUndefined();
});

test('refuses a stage that logs elsewhere, rolls back, and says why', async () => {
  await give(THEIRS);
  expect((await deploy()).status).toMatch(/^ROLLBACK_COMPLETE|CREATE_FAILED$/);
  expect((await deployments.reasons(STACK)).join('\n')).toContain(`The stage prod of API ${apiId} already logs to ${THEIRS.destinationArn}`);
  expect(await accessLog()).toEqual(THEIRS);
});

test('replaces the setting of the owner, stores it and restores it', async () => {
  await give(THEIRS);
  const { status, ours } = await deploy({ replaceAccessLog: true });
  expect([status, await accessLog(), await remembered()]).toEqual(['CREATE_COMPLETE', ours, [THEIRS]]);
  expect(await deployments.destroy(STACK)).toBe('DELETE_COMPLETE');
  expect([await accessLog(), await remembered()]).toEqual([THEIRS, []]);
});

test('leaves changes from outside the pipeline alone, also when the stack is deleted', async () => {
  await deploy();
  await give(THEIRS);
  expect((await deploy({}, { omitColumns: ['user_agent'] })).status).toBe('UPDATE_COMPLETE');
  expect(await accessLog()).toEqual(THEIRS);
  expect(await deployments.destroy(STACK)).toBe('DELETE_COMPLETE');
  expect(await accessLog()).toEqual(THEIRS);
});

test('a deleted stage does not fail the deployment', async () => {
  await deploy();
  await apiGateway.send(new DeleteStageCommand({ restApiId: apiId, stageName: 'prod' }));
  expect((await deploy({}, { omitColumns: ['user_agent'] })).status).toBe('UPDATE_COMPLETE');
  expect(await deployments.destroy(STACK)).toBe('DELETE_COMPLETE');
});
