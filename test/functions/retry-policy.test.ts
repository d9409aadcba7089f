import { call } from '../stages/attachment/calling';
import { event, FOREIGN, OURS } from '../stages/attachment/events';
import { FakeControlPlane, REFUSALS } from '../stages/attachment/fake-control-plane';
import { refusal } from '../support/fake-service';

const STAGE = 'a1/prod';
const ANSWER = 'PUT /answer';

let fake: FakeControlPlane;

beforeEach(async () => {
  fake = await FakeControlPlane.start();
  fake.stages.set(STAGE, null);
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await fake.stop();
});

function refuseFirst(times: number, how: keyof typeof REFUSALS, prefix = ''): void {
  let refused = 0;
  fake.refuse = (made) => made !== ANSWER && made.startsWith(prefix) && refused++ < times ? REFUSALS[how] : undefined;
}

const always = (how: keyof typeof REFUSALS) => refuseFirst(Infinity, how);

test.each(['throttled', 'conflict', 'broken', 'denied'] as const)('a call that is %s is tried again', async (how) => {
  refuseFirst(3, how);
  expect((await call(fake, event('Create'))).Status).toBe('SUCCESS');
  expect(fake.stages.get(STAGE)).toEqual(OURS);
  refuseFirst(3, how, 'PATCH');
  expect((await call(fake, event('Delete'))).Status).toBe('SUCCESS');
  expect(fake.stages.get(STAGE)).toBeNull();
});

test('parameters are as patient', async () => {
  fake.stages.set(STAGE, FOREIGN);
  refuseFirst(3, 'throttled', 'PutParameter');
  expect((await call(fake, event('Create', { replace: true }))).Status).toBe('SUCCESS');
  expect(fake.parameters.size).toBe(1);
});

test('a call that stays denied fails, and the reason names the likely cause', async () => {
  always('denied');
  const { Status, Reason } = await call(fake, event('Create'));
  expect(Status).toBe('FAILED');
  expect(Reason).toBe('The access log of stage a1/prod could not be set. AccessDeniedException: Refused: AccessDeniedException. '
    + 'Look for a permissions boundary or a service control policy that denies it.');
});

const NOT_READY = [
  'The role AWSServiceRoleForAPIGateway cannot be assumed.',
  'Invalid access log destination.',
  'arn:aws:firehose:eu-west-1:111122223333:deliverystream/amazon-apigateway-sample does not exist.',
];

test.each(NOT_READY)('a 400 that a role or a stream made moments ago may explain is tried again: %s', async (message) => {
  let refused = 0;
  fake.refuse = (made) => made.startsWith('PATCH') && refused++ < 3 ? refusal(400, 'BadRequestException', message) : undefined;
  expect((await call(fake, event('Create'))).Status).toBe('SUCCESS');
  expect(fake.stages.get(STAGE)).toEqual(OURS);
});

test.each(NOT_READY)('a 400 for longer than that is a failure: %s', async (message) => {
  fake.refuse = (made) => made.startsWith('PATCH') ? refusal(400, 'BadRequestException', message) : undefined;
  expect(await call(fake, event('Create'))).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining(`BadRequestException: ${message}`) });
});

test.each([
  'Access Log format must be single line, new line character is allowed only at end of the format',
  'Invalid patch path /accessLogSettings',
])('a 400 for another reason is not tried again: %s', async (message) => {
  fake.refuse = (made) => made.startsWith('PATCH') ? refusal(400, 'BadRequestException', message) : undefined;
  expect((await call(fake, event('Create'))).Reason).toContain(message);
  expect(fake.calls.filter((made) => made.startsWith('PATCH'))).toHaveLength(1);
});

test('an invalid call is not retried', async () => {
  refuseFirst(Infinity, 'invalid', 'PATCH');
  expect((await call(fake, event('Create'))).Reason).toContain('BadRequestException: Refused: BadRequestException.');
  expect(fake.calls.filter((made) => made.startsWith('PATCH'))).toHaveLength(1);
});

test.each(['throttled', 'hang'] as const)('a function that is %s until its time is over says so while it can, and does nothing after that', async (how) => {
  always(how);
  const { Status, Reason } = await call(fake, event('Delete'), 1_000);
  expect(Status).toBe('FAILED');
  expect(Reason).toContain('The access log of stage a1/prod could not be restored. The function ran out of time. Deploy again. ');
  expect(Reason).toContain(how === 'throttled' ? 'The last response was: TooManyRequestsException' : 'No call was answered.');
  const calls = fake.calls.length;
  fake.refuse = () => undefined;
  await new Promise((later) => setTimeout(later, 50));
  expect(fake.calls).toHaveLength(calls);
});

test('a function that has no time left at all says so', async () => {
  expect((await call(fake, event('Create'), -20_000)).Reason).toContain('The function ran out of time');
  expect(fake.stages.get(STAGE)).toBeNull();
});

test('a connection that breaks is tried again', async () => {
  let broken = 0;
  fake.refuse = (made) => made !== ANSWER && broken++ < 2 ? REFUSALS.hang : undefined;
  const closing = setInterval(() => broken < 3 && fake.dropConnections(), 20);
  const answer = await call(fake, event('Create'));
  clearInterval(closing);
  expect(answer.Status).toBe('SUCCESS');
});
