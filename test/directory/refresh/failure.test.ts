import { APIGatewayServiceException } from '@aws-sdk/client-api-gateway';
import { describeFailure } from '../../../src/directory/refresh/failure';
import { DeadlineError } from '../../../src/functions/deadline';

const RUN = { milliseconds: 299_000, total: 60, throttled: 0 };

function serviceError(name: string, httpStatusCode: number, message: string): Error {
  return Object.assign(new APIGatewayServiceException({ name, $fault: 'client', message, $metadata: { httpStatusCode } }), { $response: {} });
}

test('the message of the service itself is passed on', () => {
  expect(describeFailure(serviceError('AccessDeniedException', 403, 'Not authorized.'), RUN)).toEqual({ name: 'AccessDeniedException', message: 'Not authorized.' });
});

test('a message that may quote a response is not passed on', () => {
  const error = Object.assign(new SyntaxError('Unexpected token in {"value":"..."}'), { $response: {} });
  expect(describeFailure(error, RUN)).toEqual({ name: 'SyntaxError', message: 'A response could not be read.' });
});

test('an error of the connection, or of our own code, is passed on', () => {
  expect(describeFailure(new Error('connect ECONNREFUSED'), RUN)).toEqual({ name: 'Error', message: 'connect ECONNREFUSED' });
});

test('the text of another thrown value is not passed on', () => {
  expect(describeFailure({ value: 'a secret' }, RUN)).toEqual({ name: 'Error', message: 'A value that is not an error was thrown.' });
});

test.each([
  ['was throttled until its deadline', { ...RUN, throttled: 41 }, /^The run did not end within 299 seconds, because API Gateway throttled 41 of 60 calls\. .* what else calls API Gateway/],
  ['had too much to read', { ...RUN, total: 1_400 }, /^The run did not end within 299 seconds, in which it read 1400 pages\. .* more usage plans and APIs .* longer directoryRefreshInterval/],
  ['waited for a response', RUN, /^The run did not end within 299 seconds, although it made only 60 calls .* did not arrive in time\. The next run reads everything again\./],
])('a run that %s says so', (_what, run, message) => {
  expect(describeFailure(new DeadlineError('late'), run)).toEqual({ name: 'DeadlineError', message: expect.stringMatching(message) });
});

test('the error of a call that was throttled at every attempt says so, with the remedy', () => {
  expect(describeFailure(serviceError('TooManyRequestsException', 429, 'Too Many Requests'), { ...RUN, throttled: 12 })).toEqual({
    name: 'TooManyRequestsException',
    message: 'API Gateway throttled 12 of 60 calls, one of them at every attempt. An account has 10 calls a second in a region, which deployments, the console '
      + 'and other tools share. Find out what else calls API Gateway, for example in the event history of CloudTrail, or set a longer directoryRefreshInterval.',
  });
});
