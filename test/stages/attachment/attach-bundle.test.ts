import { CONFIGURED, runAttachments } from './bundle';
import { event, FOREIGN, OURS, setting } from './events';
import { FakeControlPlane, REFUSALS } from './fake-control-plane';
import { CustomResourceResponse } from '../../../src/functions/custom-resource-response';

const STAGE = 'a1/prod';
const NEXT = setting('amazon-apigateway-sample', 2);

let fake: FakeControlPlane;

beforeEach(async () => {
  fake = await FakeControlPlane.start();
  fake.stages.set(STAGE, null);
});

afterEach(() => fake.stop());

/** Sends events to one process of the built handler. */
async function send(...events: ReturnType<typeof event>[]) {
  const before = fake.answers.length;
  const run = await runAttachments({ ...CONFIGURED, ...fake.environment }, events.map((asked) => ({ ...asked, ResponseURL: `${fake.url}/answer` })));
  expect(run).toMatchObject({ failed: false });
  return { stdout: run.stdout, answers: fake.answers.slice(before).map(({ body }) => JSON.parse(body) as CustomResourceResponse) };
}

const statuses = (answers: readonly CustomResourceResponse[]) => answers.map(({ Status }) => Status);

test('the life of an attachment, each event sent twice', async () => {
  const twice = [event('Create'), event('Update', { setting: NEXT }, {}), event('Delete', { setting: NEXT })].flatMap((asked) => [asked, asked]);
  const { answers } = await send(...twice.slice(0, 2));
  expect(fake.stages.get(STAGE)).toEqual(OURS);
  answers.push(...(await send(...twice.slice(2, 4))).answers);
  expect(fake.stages.get(STAGE)).toEqual(NEXT);
  answers.push(...(await send(...twice.slice(4))).answers);
  expect(fake.stages.get(STAGE)).toBeNull();
  expect(statuses(answers)).toEqual(twice.map(() => 'SUCCESS'));
  expect(new Set(answers.map(({ PhysicalResourceId }) => PhysicalResourceId))).toEqual(new Set([STAGE]));
});

test('another access log fails a creation, is left alone by an update, and is restored by the deletion', async () => {
  fake.stages.set(STAGE, FOREIGN);
  expect(statuses((await send(event('Create'), event('Delete'))).answers)).toEqual(['FAILED', 'SUCCESS']);
  await send(event('Create', { replace: true }));
  expect(fake.stages.get(STAGE)).toEqual(OURS);
  const theirs = setting('amazon-apigateway-theirs', 1);
  fake.stages.set(STAGE, theirs);
  const { stdout, answers } = await send(event('Update', {}, { replace: true }));
  expect(answers).toEqual([expect.objectContaining({ Status: 'SUCCESS', Data: { Drifted: 'true' } })]);
  expect(stdout).toContain('"StageDrift":1');
  await send(event('Update', { replace: true }, {}), event('Delete', { replace: true }));
  expect(fake.stages.get(STAGE)).toEqual(theirs);
  expect(fake.parameters.size).toBe(0);
});

test('updating and deleting the attachment of a deleted stage succeeds', async () => {
  await send(event('Create'));
  fake.stages.clear();
  expect(statuses((await send(event('Update', { setting: NEXT }, {}), event('Delete'))).answers)).toEqual(['SUCCESS', 'SUCCESS']);
});

test('throttled and denied calls are retried', async () => {
  const refusals = [REFUSALS.throttled, REFUSALS.denied, REFUSALS.conflict];
  fake.refuse = (made) => made === 'PUT /answer' ? undefined : refusals.shift();
  expect(statuses((await send(event('Create'))).answers)).toEqual(['SUCCESS']);
  expect(fake.stages.get(STAGE)).toEqual(OURS);
});

test('a function that runs out of time responds before it is stopped', async () => {
  fake.refuse = (made) => made === 'PUT /answer' ? undefined : REFUSALS.throttled;
  await runAttachments({ ...CONFIGURED, ...fake.environment }, [{ ...event('Create'), ResponseURL: `${fake.url}/answer` }], 19_000);
  expect(JSON.parse(fake.answers[0].body)).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('The last response was: TooManyRequestsException') });
});

test('a function without its environment responds with a failure', async () => {
  await runAttachments(fake.environment, [{ ...event('Create'), ResponseURL: `${fake.url}/answer` }]);
  expect(JSON.parse(fake.answers[0].body)).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('The environment variable DELIVERY_STREAM_NAME is missing') });
});
