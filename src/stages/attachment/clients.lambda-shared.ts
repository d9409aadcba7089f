import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { SSMClient } from '@aws-sdk/client-ssm';
import { BACKGROUND, clientSettings } from '../../functions/client-settings';

export interface Clients {
  readonly apiGateway: APIGatewayClient;
  readonly ssm: SSMClient;
}

/** The clients make one attempt, because the retry policy decides about further attempts. */
export function connect(): Clients {
  const settings = clientSettings({ attempts: 1, ...BACKGROUND });
  return { apiGateway: new APIGatewayClient(settings), ssm: new SSMClient(settings) };
}
