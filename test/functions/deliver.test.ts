import { failure } from '../../src/functions/custom-resource-response';
import { ATTACHMENT_RESOURCE } from '../../src/stages/attachment/attachment-resource';
import { call } from '../stages/attachment/calling';
import { event, FOREIGN } from '../stages/attachment/events';
import { FakeControlPlane, REFUSALS } from '../stages/attachment/fake-control-plane';
import { catchStandardOutput } from '../support/standard-output';

const ANSWER = 'PUT /answer';

let fake: FakeControlPlane;
let stdout: () => string;

beforeEach(async () => {
  fake = await FakeControlPlane.start();
  fake.stages.set('a1/prod', FOREIGN);
  stdout = catchStandardOutput();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await fake.stop();
});

test('the answer is put without a content type, for which its address is not signed', async () => {
  await call(fake, event('Create', { replace: true }));
  const { headers, body } = fake.answers[0];
  expect(headers['content-type']).toBe('');
  expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
});

test('an answer that does not arrive is put again', async () => {
  let refused = 0;
  fake.refuse = (made) => made === ANSWER && refused++ < 2 ? REFUSALS.broken : undefined;
  expect((await call(fake, event('Create', { replace: true }))).Status).toBe('SUCCESS');
});

test('where none can be given, Lambda is told to repeat the event, and the signed address stays secret', async () => {
  fake.refuse = (made) => made === ANSWER ? REFUSALS.denied : undefined;
  await expect(call(fake, event('Create'))).rejects.toThrow('The response could not be sent to CloudFormation: status 403.');
  const { url } = fake;
  await fake.stop();
  const thrown: unknown = await call(fake, event('Delete'), 100).catch((error: unknown) => error);
  expect(String(thrown)).toBe('Error: The response could not be sent to CloudFormation: TypeError.');
  expect(stdout()).not.toContain(url);
}, 20_000);

test('the longest reason fits into an answer', () => {
  const long = { ...event('Create'), ResponseURL: '', StackId: 'x'.repeat(300), LogicalResourceId: 'x'.repeat(255) };
  for (const text of ['"'.repeat(9_000), '\n\u0000'.repeat(9_000), '€'.repeat(9_000), '\\'.repeat(9_000)]) {
    const answer = failure(ATTACHMENT_RESOURCE, long, new Error(`Why: ${text}`));
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(4_096);
    expect(answer.Reason).toContain('Why: ');
  }
});

test('every thrown value is reported', () => {
  expect(failure(ATTACHMENT_RESOURCE, { ...event('Create'), ResponseURL: '' }, 'a word').Reason).toBe('The access log of stage a1/prod could not be set. a word');
});
