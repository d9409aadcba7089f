import { Endpoint } from './endpoints';
import { Random } from './random';
import { Variables } from '../gateway/context-variables';

/** The outcome of a request: the variables that API Gateway logs about it. */
export type Outcome = Variables & { readonly status: string };

/** API Gateway responds without calling the backend. */
function gatewayResponse(random: Random, status: string, responseType: string, message: string, more: Variables = {}): Outcome {
  return {
    status,
    'error.responseType': responseType,
    'error.message': message,
    'responseLength': String(message.length + 14),
    'responseLatency': String(1 + random.integer(4)),
    ...more,
  };
}

export const REFUSALS = {
  THROTTLED: (random: Random) => gatewayResponse(random, '429', 'THROTTLED', 'Too Many Requests'),
  QUOTA_EXCEEDED: (random: Random) => gatewayResponse(random, '429', 'QUOTA_EXCEEDED', 'Limit Exceeded'),
  INVALID_API_KEY: (random: Random) => gatewayResponse(random, '403', 'INVALID_API_KEY', 'Forbidden'),
  UNKNOWN_PATH: (random: Random) => gatewayResponse(random, '403', 'MISSING_AUTHENTICATION_TOKEN', 'Missing Authentication Token'),
  WAF_FILTERED: (random: Random) => gatewayResponse(random, '403', 'WAF_FILTERED', 'Forbidden', { 'waf.status': '403' }),
  INVALID_BODY: (random: Random) => gatewayResponse(random, '400', 'BAD_REQUEST_BODY', 'Invalid request body', {
    'error.validationErrorString': `[object has missing required properties (["${random.pick(['items', 'currency', 'shipTo'])}"])]`,
  }),
} as const;

const TIMEOUT = 29_000;
const TIMED_OUT = 'Execution failed due to a timeout error';

/** API Gateway calls the backend. */
export function backendOutcome(endpoint: Endpoint, outage: boolean, random: Random): Outcome {
  const latency = Math.round(random.logNormal(endpoint.latency, 0.45));
  if (outage) {
    return random.chance(0.3) ? timeout(random)
      : answered(random, '503', 3 + random.integer(40), 96, { 'integration.error': 'Service Unavailable: connection pool "orders" exhausted' });
  }
  if (latency >= TIMEOUT || (endpoint.latency > 1000 && random.chance(0.02))) return timeout(random);
  if (random.chance(0.0012)) return answered(random, '500', latency, 52, { 'integration.error': 'Internal error' });
  if (random.chance(endpoint.notFound ?? 0)) return answered(random, '404', latency, 48);
  return answered(random, endpoint.success, latency, Math.round(random.logNormal(endpoint.length, 0.4)));
}

function timeout(random: Random): Outcome {
  return {
    ...gatewayResponse(random, '504', 'INTEGRATION_TIMEOUT', 'Endpoint request timed out'),
    'integration.latency': String(TIMEOUT),
    'integration.error': TIMED_OUT,
    'responseLatency': String(TIMEOUT + 1 + random.integer(5)),
  };
}

function answered(random: Random, status: string, latency: number, length: number, more: Variables = {}): Outcome {
  return {
    status,
    'responseLength': String(length),
    'responseLatency': String(latency + 2 + random.integer(6)),
    'integration.status': status,
    'integration.latency': String(latency),
    ...more,
  };
}
