import { ListedUsagePlan } from './listing';
import { DirectoryModel, LinkedApiKey } from './model';
import { Snapshot, SNAPSHOT_VERSION, SnapshotKey, SnapshotPlan, stagePath } from './snapshot';

/** The part of the model in which the enrichment looks up names. */
export function toSnapshot(model: DirectoryModel): Snapshot {
  return {
    version: SNAPSHOT_VERSION,
    apis: Object.fromEntries(model.apiNames),
    plans: Object.fromEntries(model.usagePlans.map((plan) => [plan.id, planEntry(plan)])),
    keys: Object.fromEntries(model.apiKeys.map((key) => [key.id, keyEntry(key)])),
  };
}

function planEntry(plan: ListedUsagePlan): SnapshotPlan {
  return { name: plan.name, stages: plan.stages.map(({ apiId, stage }) => stagePath(apiId, stage)).sort() };
}

function keyEntry({ name, customer, usagePlans, internal }: LinkedApiKey): SnapshotKey {
  return { name, customerId: customer, customerName: customer, plans: usagePlans.map(({ id }) => id), ...internal && { internal } };
}
