import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { SSMClient } from '@aws-sdk/client-ssm';
import { BACKGROUND, clientSettings } from '../../functions/client-settings';

export interface Clients {
  readonly apiGateway: APIGatewayClient;
  readonly ssm: SSMClient;
}

/** They try once: how long a call is worth another try is decided in one place, for both. */
export function connect(): Clients {
  const settings = clientSettings({ attempts: 1, ...BACKGROUND });
  return { apiGateway: new APIGatewayClient(settings), ssm: new SSMClient(settings) };
}
