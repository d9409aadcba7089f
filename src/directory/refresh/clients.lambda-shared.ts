import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { S3Client } from '@aws-sdk/client-s3';
import { CALLS_PER_SECOND } from './call-limits';
import { RateLimiter } from './rate-limiter';
import { ResponseCounts } from './response-counts';
import { BACKGROUND, clientSettings } from '../../functions/client-settings';

/** A call is cheap, and a failed run is expensive: the delays between the attempts add up to about a minute. */
const MAX_ATTEMPTS = 10;

export interface Clients {
  readonly apiGateway: APIGatewayClient;
  readonly s3: S3Client;
  readonly responses: ResponseCounts;
}

/** The clients of one container. All its runs share the rate limiter, so that two runs that overlap keep the limit. */
export function connect(rateLimiter: RateLimiter = new RateLimiter(CALLS_PER_SECOND)): Clients {
  const settings = clientSettings({ attempts: MAX_ATTEMPTS, ...BACKGROUND });
  const apiGateway = new APIGatewayClient(settings);
  const responses = new ResponseCounts();
  // The end of this step lies within the SDK's retry loop, so each attempt counts.
  apiGateway.middlewareStack.add((next) => (args) => rateLimiter.run(() => responses.count(() => next(args))), {
    name: 'rateLimiter', step: 'finalizeRequest', priority: 'low',
  });
  return { apiGateway, s3: new S3Client(settings), responses };
}
