import { Customer, customerOf } from './customer-identity';
import { sortedBy } from './order';

/**
 * What the control plane listed, item by item, without anything that the directory does not keep: above all without
 * the secret value of a key. Absent values are null, as in the tables.
 */
export interface Listing {
  readonly apis: readonly ListedApi[];
  readonly usagePlans: readonly ListedUsagePlan[];
  readonly apiKeys: readonly ListedApiKey[];
}

export interface ListedApi {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: Date | null;
}

export interface ListedUsagePlan {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly productCode: string | null;
  readonly quota: Quota;
  readonly throttle: Throttle;
  readonly stages: readonly ListedStage[];
  readonly keyIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface ListedStage {
  readonly apiId: string;
  readonly stage: string;
  /** `/path/METHOD` → the throttle of that method. */
  readonly methodThrottles: Readonly<Record<string, Throttle>>;
}

export interface ListedApiKey {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly enabled: boolean | null;
  readonly createdAt: Date | null;
  readonly marketplaceCustomerId: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Quota {
  readonly limit: number | null;
  readonly offset: number | null;
  readonly period: string | null;
}

export interface Throttle {
  readonly rateLimit: number | null;
  readonly burstLimit: number | null;
}

/** A listing put in order: everything once, sorted by id, and each key with its customer and plans. */
export interface DirectoryModel {
  readonly apis: ReadonlyMap<string, ListedApi>;
  readonly usagePlans: readonly ListedUsagePlan[];
  readonly apiKeys: readonly LinkedApiKey[];
}

export interface LinkedApiKey extends ListedApiKey {
  readonly customer: Customer;
  readonly usagePlans: readonly ListedUsagePlan[];
}

export function linkListing(listing: Listing): DirectoryModel {
  const usagePlans = onceById(listing.usagePlans);
  const plansOfKeys = new Map<string, ListedUsagePlan[]>();
  for (const plan of usagePlans) {
    for (const keyId of new Set(plan.keyIds)) {
      const plans = plansOfKeys.get(keyId);
      if (plans) plans.push(plan);
      else plansOfKeys.set(keyId, [plan]);
    }
  }
  return {
    apis: new Map(onceById(listing.apis).map((api) => [api.id, api])),
    usagePlans,
    apiKeys: onceById(listing.apiKeys).map((key) => ({ ...key, customer: customerOf(key), usagePlans: plansOfKeys.get(key.id) ?? [] })),
  };
}

/** What changes while it is listed may move to a later page and come a second time. */
function onceById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return sortedBy(new Map(items.map((item) => [item.id, item])).values(), ({ id }) => id);
}
