import { ApiKey, RestApi, Stage, ThrottleSettings, UsagePlan } from '@aws-sdk/client-api-gateway';
import { ListedApi, ListedApiKey, ListedStage, ListedUsagePlan, OpenedStage, Throttle } from './listing';

/** What the directory keeps of a REST API. */
export function pickApi(api: RestApi): ListedApi {
  return { ...pickNames(api), createdAt: api.createdDate ?? null };
}

/** What the directory keeps of a stage: above all not its variables, which may hold secrets. */
export function pickStage(apiId: string, stage: Stage): ListedStage {
  return {
    apiId,
    name: stage.stageName ?? '',
    description: stage.description ?? null,
    deploymentId: stage.deploymentId ?? null,
    createdAt: stage.createdDate ?? null,
    tags: stage.tags ?? {},
  };
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

function pickStages({ apiStages = [] }: UsagePlan): OpenedStage[] {
  return apiStages.map(({ apiId = '', stage = '', throttle = {} }) => ({
    apiId,
    stage,
    methodThrottles: Object.fromEntries(Object.entries(throttle).map(([method, limits]) => [method, pickThrottle(limits)])),
  }));
}

function pickThrottle(limits?: ThrottleSettings): Throttle {
  return { rateLimit: limits?.rateLimit ?? null, burstLimit: limits?.burstLimit ?? null };
}
