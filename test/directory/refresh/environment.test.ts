import { ENVIRONMENT } from './samples';
import { directoryEnvironment } from '../../../src/directory/refresh/environment';

test('what is written at synth is read in Lambda', () => {
  const environment = directoryEnvironment.toEnvironment(ENVIRONMENT);
  expect(environment).toEqual({
    BUCKET_NAME: 'bucket',
    DIRECTORY_PREFIX: 'usage/directory/',
    SNAPSHOT_KEY: 'usage/directory/snapshot.json',
    DELIVERY_STREAM_NAME: 'amazon-apigateway-sample',
    DIRECTORY_SCOPE: 'account',
    CUSTOMER_IDENTITY: '{"from":"keyName"}',
    INTERNAL_KEYS: '{"ids":[],"tags":{}}',
  });
  expect(directoryEnvironment.fromEnvironment(environment)).toEqual(ENVIRONMENT);
});
