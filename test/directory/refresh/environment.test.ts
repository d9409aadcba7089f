import { ENVIRONMENT } from './samples';
import { DIRECTORY_ENVIRONMENT } from '../../../src/directory/refresh/environment';

test('the function reads the values that synthesis wrote', () => {
  const environment = DIRECTORY_ENVIRONMENT.toEnvironment(ENVIRONMENT);
  expect(environment).toEqual({
    BUCKET_NAME: 'bucket',
    DIRECTORY_PREFIX: 'usage/directory/',
    SNAPSHOT_KEY: 'usage/directory/snapshot.json',
    DELIVERY_STREAM_NAME: 'amazon-apigateway-sample',
    DIRECTORY_SCOPE: 'account',
    CUSTOMER_IDENTITY: '{"from":"keyName"}',
    INTERNAL_KEYS: '{"ids":[],"tags":{}}',
  });
  expect(DIRECTORY_ENVIRONMENT.fromEnvironment(environment)).toEqual(ENVIRONMENT);
});
