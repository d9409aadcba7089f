import { ApiKey, RestApi, Stage, ThrottleSettings, UsagePlan } from '@aws-sdk/client-api-gateway';
import { wellFormed } from '../../functions/well-formed';
import { ListedApi, ListedApiKey, ListedStage, ListedUsagePlan, OpenedStage, Throttle } from '../listing';

/** What the directory keeps of a REST API. */
export function listedApi(api: RestApi): ListedApi {
  return { ...listedNames(api), createdAt: api.createdDate ?? null };
}

/** What the directory keeps of a stage. Stage variables are left out, because they may contain secrets. */
export function listedStage(apiId: string, stage: Stage): ListedStage {
  return {
    apiId,
    name: stage.stageName ?? '',
    description: textOrNull(stage.description),
    deploymentId: stage.deploymentId ?? null,
    createdAt: stage.createdDate ?? null,
    tags: listedTags(stage.tags),
  };
}

/** What the directory keeps of a usage plan. */
export function listedUsagePlan(plan: UsagePlan, keyIds: readonly string[]): ListedUsagePlan {
  return {
    ...listedNames(plan),
    productCode: plan.productCode ?? null,
    quota: { limit: plan.quota?.limit ?? null, offset: plan.quota?.offset ?? null, period: plan.quota?.period ?? null },
    throttle: listedThrottle(plan.throttle),
    stages: openedStages(plan),
    keyIds,
    tags: listedTags(plan.tags),
  };
}

/** What the directory keeps of an API key. Its value is left out. */
export function listedApiKey(key: ApiKey): ListedApiKey {
  return {
    ...listedNames(key),
    enabled: key.enabled ?? null,
    createdAt: key.createdDate ?? null,
    marketplaceCustomerId: key.customerId ?? null,
    tags: listedTags(key.tags),
  };
}

interface Named {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
}

function listedNames({ id = '', name, description }: Named): { id: string; name: string; description: string | null } {
  return { id, name: wellFormed(name || id), description: textOrNull(description) };
}

function textOrNull(text?: string): string | null {
  return text === undefined ? null : wellFormed(text);
}

function listedTags(tags: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map((tag) => tag.map(wellFormed)));
}

function openedStages({ apiStages = [] }: UsagePlan): OpenedStage[] {
  return apiStages.map(({ apiId = '', stage = '', throttle = {} }) => ({
    apiId,
    stage,
    methodThrottles: Object.fromEntries(Object.entries(throttle).map(([method, limits]) => [method, listedThrottle(limits)])),
  }));
}

function listedThrottle(limits?: ThrottleSettings): Throttle {
  return { rateLimit: limits?.rateLimit ?? null, burstLimit: limits?.burstLimit ?? null };
}
