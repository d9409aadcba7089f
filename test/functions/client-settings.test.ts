import { APIGatewayClient, GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import { clientSettings } from '../../src/functions/client-settings';
import { FakeAws } from '../directory/refresh/fake-aws';

test.each(['headers', 'body'] as const)('%s that stall cost one attempt', async (stall) => {
  const aws = await FakeAws.start({ restApis: [{ id: 'a', name: 'Animals' }] });
  Object.assign(process.env, aws.environment);
  let calls = 0;
  aws.intercept = () => calls++ === 0 ? { stall, body: '{"item":[{"id":"b"}]}' } : undefined;
  const client = new APIGatewayClient(clientSettings({ attempts: 2, connectionMs: 1_000, responseMs: 300 }));
  const { items } = await client.send(new GetRestApisCommand());
  await aws.stop();
  expect(items).toMatchObject([{ id: 'a' }]);
  expect(calls).toBe(2);
});
