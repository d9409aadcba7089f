import { AccountContents } from '../../../preview/directory/account';
import { Request } from '../../../preview/gateway/request-source';
import { GeneratedTraffic } from '../../../preview/traffic/generated-traffic';
import { DEFAULT_TRAFFIC, TrafficOptions } from '../../../preview/traffic/traffic-options';

export const API = 'OrdersApi';

const TEMPLATE: AccountContents = { restApis: [{ id: API }], stages: {}, usagePlans: [], apiKeys: [], usagePlanKeys: {} };

/** Traffic of the preview's own customers. */
export function ownTraffic(options: Partial<TrafficOptions> = {}): GeneratedTraffic {
  return GeneratedTraffic.ofOwnCustomers({ ...DEFAULT_TRAFFIC, ...options }, [{ apiId: API, stageName: 'prod' }], TEMPLATE);
}

/** Traffic of the keys of a directory. */
export function trafficOf(account: Partial<AccountContents>, options: Partial<TrafficOptions> = {}): GeneratedTraffic {
  return GeneratedTraffic.ofKeysIn({ ...TEMPLATE, ...account }, { ...DEFAULT_TRAFFIC, ...options }, [{ apiId: API, stageName: 'prod' }]);
}

/** Each request once, in the order of their times. */
export function once(requests: readonly Request[]): Request[] {
  const byId = new Map(requests.map((request) => [request.variables.extendedRequestId, request]));
  return [...byId.values()].sort((a, b) => timeOf(a) - timeOf(b));
}

export function timeOf({ variables }: Request): number {
  return Number(variables.requestTimeEpoch);
}

export function countBy(requests: readonly Request[], key: (request: Request) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const request of requests) counts[key(request)] = (counts[key(request)] ?? 0) + 1;
  return counts;
}
