import { ListedApi, ListedApiKey, ListedStage, ListedUsagePlan, Listing } from './listing';
import { sortedBy } from './order';
import { CustomerRule, customerOf } from './rules/customer-rule';
import { DirectoryScopeName } from './rules/directory-scope';
import { InternalKeyRule, isInternalKey } from './rules/internal-key-rule';
import { stagePath } from './snapshot';

/** The owner's choices for the directory. */
export interface DirectoryRules {
  readonly scope: DirectoryScopeName;
  readonly customer: CustomerRule;
  readonly internalKeys: InternalKeyRule;
}

/** A listing without duplicates, sorted by id, in which each key has its customer and its usage plans. */
export interface DirectoryModel {
  /** The names of all APIs, also outside the scope, because a stage that logs to the pipeline may be in no usage plan. */
  readonly apiNames: ReadonlyMap<string, string>;
  readonly apis: readonly ListedApi[];
  readonly stages: readonly ListedStage[];
  readonly usagePlans: readonly ListedUsagePlan[];
  readonly apiKeys: readonly LinkedApiKey[];
}

export interface LinkedApiKey extends ListedApiKey {
  readonly customer: string;
  readonly internal: boolean;
  readonly usagePlans: readonly ListedUsagePlan[];
}

export function linkListing(listing: Listing, { scope, customer, internalKeys }: DirectoryRules): DirectoryModel {
  const byId = ({ id }: { readonly id: string }) => id;
  const everything = scope === 'account';
  const apis = onceBy(byId, listing.apis);
  const stages = onceBy(({ apiId, name }) => stagePath(apiId, name), listing.stages);
  const usagePlans = onceBy(byId, listing.usagePlans);
  const logging = new Set(stages.map(({ apiId }) => apiId));
  const plansOfKeys = plansByKey(usagePlans);
  return {
    apiNames: new Map(apis.map(({ id, name }) => [id, name])),
    apis: apis.filter(({ id }) => everything || logging.has(id)),
    stages,
    usagePlans,
    apiKeys: onceBy(byId, listing.apiKeys).filter(({ id }) => everything || plansOfKeys.has(id)).map((key) => ({
      ...key,
      customer: customerOf(customer, key),
      internal: isInternalKey(internalKeys, key),
      usagePlans: plansOfKeys.get(key.id) ?? [],
    })),
  };
}

function plansByKey(usagePlans: readonly ListedUsagePlan[]): Map<string, ListedUsagePlan[]> {
  const plansOfKeys = new Map<string, ListedUsagePlan[]>();
  for (const plan of usagePlans) {
    for (const keyId of new Set(plan.keyIds)) {
      const plans = plansOfKeys.get(keyId);
      if (plans) plans.push(plan);
      else plansOfKeys.set(keyId, [plan]);
    }
  }
  return plansOfKeys;
}

/** An item that changes while it is listed may move to a later page and appear twice. */
function onceBy<T>(key: (item: T) => string, items: readonly T[]): T[] {
  return sortedBy(new Map(items.map((item) => [key(item), item])).values(), key);
}
