import { APIGatewayServiceException } from '@aws-sdk/client-api-gateway';
import { describeFailure } from '../../../src/directory/refresh/failure';

test('the message of the service itself is passed on', () => {
  const error = new APIGatewayServiceException({ name: 'AccessDeniedException', $fault: 'client', message: 'Not authorized.', $metadata: {} });
  expect(describeFailure(Object.assign(error, { $response: {} }))).toEqual({ name: 'AccessDeniedException', message: 'Not authorized.' });
});

test('a message that may quote a response is not', () => {
  const error = Object.assign(new SyntaxError('Unexpected token in {"value":"..."}'), { $response: {} });
  expect(describeFailure(error)).toEqual({ name: 'SyntaxError', message: 'A response could not be read.' });
});

test('an error of the connection, or of ours, is passed on', () => {
  expect(describeFailure(new Error('connect ECONNREFUSED'))).toEqual({ name: 'Error', message: 'connect ECONNREFUSED' });
});

test('something else that is thrown is not', () => {
  expect(describeFailure({ value: 'a secret' })).toEqual({ name: 'Error', message: 'Something that is no error was thrown.' });
});
