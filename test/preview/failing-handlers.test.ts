import { readFileSync } from 'fs';
import { join } from 'path';
import { shop } from './hand-made-app';
import * as handlers from './handlers';
import { failuresIn, filesIn, NOON_ISH, previewed } from './previewing';

const ALL = 'SELECT request_id FROM logs ORDER BY 1';

test.each([
  ['throws', handlers.THROWING, 'Lambda.FunctionError', 'no thanks'],
  ['dies', handlers.DYING, 'Lambda.FunctionError', 'exit code 3'],
  ['hangs', handlers.HANGING, 'Lambda.FunctionTimedOut', 'timed out after 1.00 seconds'],
  ['answers with more than 6 MB', handlers.BOASTFUL, 'Lambda.FunctionError', 'exceeded maximum allowed payload size'],
  ['answers nothing', handlers.MUTE, 'Lambda.JsonProcessingException', 'no list of records'],
  ['cannot be loaded', 'throw new Error(\'broken bundle\');', 'Lambda.FunctionError', 'exit code 1'],
])('a handler that %s: its batch becomes error objects after the retries', async (_what, handler, errorCode, message) => {
  const { out, rows, preview } = await previewed(shop({ handler, timeout: 1, retries: '1' }), [{}, {}], ALL);
  expect(rows).toEqual([]);
  expect(preview.pipelines[0]).toMatchObject({ delivered: 0, failed: 2, rows: 0 });
  expect(preview.problems).toEqual([expect.stringContaining('failed 2 times on the records of lines 1 to 2')]);
  expect(failuresIn(out)).toEqual(['r1', 'r2'].map((id, index) => ({
    kind: 'processing-failed',
    attemptsMade: 2,
    arrivalTimestamp: NOON_ISH + index * 1000,
    errorCode,
    errorMessage: expect.stringContaining(message),
    attemptEndingTimestamp: NOON_ISH + 60_000,
    rawData: Buffer.from(`{"id":"${id}","status":"200","agent":"-","time":"${NOON_ISH + index * 1000}"}\n`).toString('base64'),
    lambdaArn: expect.stringMatching(/^arn:aws:lambda:us-east-1:123456789012:function:UsageFunction/),
  })));
});

test('a handler that is well again at the second attempt: nothing is lost, nothing is told', async () => {
  const { rows, preview } = await previewed(shop({ handler: handlers.RECOVERING }), [{}, {}], ALL);
  expect(rows).toEqual(['r1', 'r2']);
  expect(preview.problems).toEqual([]);
});

test.each([
  ['throws', 'throw new Error(\'not now\');'],
  ['answers nothing', 'return undefined;'],
  ['dies', 'process.exit(3);'],
])('a handler that %s once among several batches: that batch comes again before the next', async (_what, failure) => {
  const times = [0, 1, 2, 3].map((minutes) => NOON_ISH + minutes * 61_000);
  const requests = times.map((time) => ({ requestTimeEpoch: String(time) }));
  const { out, rows, preview } = await previewed(shop({ handler: handlers.failingOnce(times[1], failure) }), requests, ALL);
  expect(rows).toEqual(['r1', 'r2', 'r3', 'r4']);
  expect(preview.problems).toEqual([]);
  const [first, second, third, fourth] = times;
  expect(functionLog(out).match(/(?<=batch of )\d+/g)).toEqual([first, second, second, third, fourth].map(String));
});

test('records are sorted by the answer to each', async () => {
  const requests = ['200', 'failed', 'dropped', 'strange', 'renamed', 'not base64', '200'].map((status) => ({ status }));
  const { out, rows, preview } = await previewed(shop({ handler: handlers.MOODY }), requests, ALL);
  expect(rows).toEqual(['r1', 'r7']);
  expect(failuresIn(out).map(({ errorCode }) => errorCode)).toEqual([
    'Lambda.ProcessingFailedStatus', 'Lambda.FunctionError', 'Lambda.MissingRecordId', 'Lambda.FunctionError',
  ]);
  expect(preview.pipelines[0]).toMatchObject({ delivered: 2, failed: 4 });
  expect(preview.problems).toEqual(['line 3: the function returned Dropped']);
});

test('a record larger than the service takes is lost, and told', async () => {
  const { rows, preview } = await previewed(shop(), [{ 'identity.userAgent': 'x'.repeat(1_100_000) }, {}], ALL);
  expect(rows).toEqual(['r2']);
  expect(preview.problems).toEqual([expect.stringMatching(/^line 1: its log entry has 1100\d+ bytes/)]);
});

test('the handler sees the template\'s environment and Lambda\'s, nothing of the user\'s', async () => {
  process.env.AWS_PROFILE = 'users-own';
  const { rows } = await previewed(shop({ handler: handlers.TELLING }), [{}], 'SELECT agent FROM logs');
  delete process.env.AWS_PROFILE;
  const environment = JSON.parse(rows[0].slice(1, -1).replace(/""/g, '"'));
  expect(environment).toMatchObject({
    PLAN: 'plan-us-east-1', AWS_REGION: 'us-east-1', AWS_LAMBDA_FUNCTION_NAME: expect.stringMatching(/^UsageFunction/), AWS_ENDPOINT_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/),
  });
  expect(Object.keys(environment)).not.toEqual(expect.arrayContaining(['AWS_PROFILE']));
  expect(environment).not.toHaveProperty('HOME');
});

test('the output of a handler goes to its log', async () => {
  const { out } = await previewed(shop({ handler: handlers.THROWING, retries: '0' }), [{}], ALL);
  expect(functionLog(out)).toContain('TypeError: no thanks');
});

function functionLog(out: string): string {
  const log = [...filesIn(out).keys()].find((name) => /^logs\/UsageFunction.*\.log$/.test(name))!;
  return readFileSync(join(out, log), 'utf8');
}
