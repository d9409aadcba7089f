import { ApiKey, RestApi, ThrottleSettings, UsagePlan } from '@aws-sdk/client-api-gateway';
import { ListedApi, ListedApiKey, ListedStage, ListedUsagePlan, Throttle } from './model';

/** What the directory keeps of a REST API. */
export function pickApi(api: RestApi): ListedApi {
  return { ...pickNames(api), createdAt: api.createdDate ?? null };
}

/** What the directory keeps of a usage plan. */
export function pickUsagePlan(plan: UsagePlan, keyIds: readonly string[]): ListedUsagePlan {
  return {
    ...pickNames(plan),
    productCode: plan.productCode ?? null,
    quota: { limit: plan.quota?.limit ?? null, offset: plan.quota?.offset ?? null, period: plan.quota?.period ?? null },
    throttle: pickThrottle(plan.throttle),
    stages: pickStages(plan),
    keyIds,
    tags: plan.tags ?? {},
  };
}

/** What the directory keeps of an API key: not its value. */
export function pickApiKey(key: ApiKey): ListedApiKey {
  return {
    ...pickNames(key),
    enabled: key.enabled ?? null,
    createdAt: key.createdDate ?? null,
    marketplaceCustomerId: key.customerId ?? null,
    tags: key.tags ?? {},
  };
}

interface Named {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
}

function pickNames({ id = '', name, description }: Named): { id: string; name: string; description: string | null } {
  return { id, name: name || id, description: description ?? null };
}

function pickStages({ apiStages = [] }: UsagePlan): ListedStage[] {
  return apiStages.map(({ apiId = '', stage = '', throttle = {} }) => ({
    apiId,
    stage,
    methodThrottles: Object.fromEntries(Object.entries(throttle).map(([method, limits]) => [method, pickThrottle(limits)])),
  }));
}

function pickThrottle(limits?: ThrottleSettings): Throttle {
  return { rateLimit: limits?.rateLimit ?? null, burstLimit: limits?.burstLimit ?? null };
}
