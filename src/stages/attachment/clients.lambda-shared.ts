import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { SSMClient } from '@aws-sdk/client-ssm';

/** A connection that hangs is tried again instead of taking the whole call with it. */
const TIMEOUTS = { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true };

export interface Clients {
  readonly apiGateway: APIGatewayClient;
  readonly ssm: SSMClient;
}

/** They try once: how long a call is worth another try is decided in one place, for both. */
export function connect(): Clients {
  const settings = { maxAttempts: 1, requestHandler: TIMEOUTS };
  return { apiGateway: new APIGatewayClient(settings), ssm: new SSMClient(settings) };
}
