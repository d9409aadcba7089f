import { allRequests } from './all-requests';
import { dataHealth } from './data-health';
import { keyInventory } from './key-inventory';
import { quotaStatus } from './quota-status';
import { requests } from './requests';
import { usageDaily } from './usage-daily';
import { View, ViewSources } from './view';

/** The views of a pipeline, in an order in which each follows the views that it reads. Views that need an omitted column are left out. */
export function viewsOf(sources: ViewSources): View[] {
  const all = allRequests(sources);
  const customers = requests(all);
  return [all, customers, usageDaily(customers), quotaStatus(all), keyInventory(all), dataHealth(sources)]
    .filter((view): view is View => view !== undefined);
}

/** The names that views have in every pipeline, so that no table can take them. */
export const VIEW_NAMES = ['all_requests', 'requests', 'usage_daily', 'quota_status', 'key_inventory', 'data_health'] as const;
