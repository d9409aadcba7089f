import { ListedApi, ListedApiKey, ListedUsagePlan, Listing } from './listing';
import { sortedBy } from './order';

/** A listing put in order: everything once, sorted by id, and each key with its plans. */
export interface DirectoryModel {
  readonly apis: ReadonlyMap<string, ListedApi>;
  readonly usagePlans: readonly ListedUsagePlan[];
  readonly apiKeys: readonly LinkedApiKey[];
}

export interface LinkedApiKey extends ListedApiKey {
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
    apiKeys: onceById(listing.apiKeys).map((key) => ({ ...key, usagePlans: plansOfKeys.get(key.id) ?? [] })),
  };
}

/** What changes while it is listed may move to a later page and come a second time. */
function onceById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return sortedBy(new Map(items.map((item) => [item.id, item])).values(), ({ id }) => id);
}
