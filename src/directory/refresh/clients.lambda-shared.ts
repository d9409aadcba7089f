import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { S3Client } from '@aws-sdk/client-s3';
import { RateLimiter } from './rate-limiter';
import { BACKGROUND, clientSettings } from '../../functions/client-settings';

/** Half of what an account has for its whole control plane: deployments need it too. */
const CALLS_PER_SECOND = 5;

/** A call is cheap and a run that fails is not: the delays add up to about a minute. */
const MAX_ATTEMPTS = 10;

export interface Clients {
  readonly apiGateway: APIGatewayClient;
  readonly s3: S3Client;
}

export function connect(rateLimiter: RateLimiter = new RateLimiter(CALLS_PER_SECOND)): Clients {
  const settings = clientSettings({ attempts: MAX_ATTEMPTS, ...BACKGROUND });
  const apiGateway = new APIGatewayClient(settings);
  // The end of this step lies within the retry loop: retries count against the rate limit like first attempts.
  apiGateway.middlewareStack.add((next) => (args) => rateLimiter.run(() => next(args)), { name: 'rateLimiter', step: 'finalizeRequest', priority: 'low' });
  return { apiGateway, s3: new S3Client(settings) };
}
