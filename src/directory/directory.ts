import { Snapshot, SnapshotKey, stagePath } from './snapshot';
import { Row } from '../schema/columns';

/** The outcome of looking up a request. */
export type LookupStatus = 'enriched' | 'no_key' | 'unknown_key' | 'no_plan';

/** The columns that come from the directory. */
export interface Names extends Pick<Row,
'api_name' | 'api_key_name' | 'customer_id' | 'customer_name' | 'usage_plan_id' | 'usage_plan_name' | 'internal_key'> {
  readonly enrichment_status: LookupStatus;
}

interface Plan {
  readonly id: string;
  readonly name: string;
  readonly stages: ReadonlySet<string>;
}

/** A snapshot, prepared for lookups. It uses maps, because an id may be the name of a property that every object inherits. */
export class Directory {
  private readonly apis: ReadonlyMap<string, string>;
  private readonly plans: ReadonlyMap<string, Plan>;
  private readonly keys: ReadonlyMap<string, SnapshotKey>;

  constructor(snapshot: Snapshot) {
    this.apis = new Map(Object.entries(snapshot.apis));
    this.plans = new Map(Object.entries(snapshot.plans).map(([id, { name, stages }]) => [id, { id, name, stages: new Set(stages) }]));
    this.keys = new Map(Object.entries(snapshot.keys));
  }

  /** The names of a request's API, key, customer and usage plan; null for each that does not exist. */
  find(apiId: string | null, stage: string | null, keyId: string | null): Names {
    const key = keyId === null ? undefined : this.keys.get(keyId);
    const plan = key && apiId !== null && stage !== null ? this.planOf(key, stagePath(apiId, stage)) : undefined;
    return {
      api_name: apiId === null ? null : this.apis.get(apiId) ?? null,
      api_key_name: key?.name ?? null,
      customer_id: key?.customerId ?? null,
      customer_name: key?.customerName ?? null,
      usage_plan_id: plan?.id ?? null,
      usage_plan_name: plan?.name ?? null,
      internal_key: key ? key.internal === true : null,
      enrichment_status: plan ? 'enriched' : key ? 'no_plan' : keyId === null ? 'no_key' : 'unknown_key',
    };
  }

  /** API Gateway allows a key in one plan only for each stage. */
  private planOf(key: SnapshotKey, path: string): Plan | undefined {
    for (const id of key.plans) {
      const plan = this.plans.get(id);
      if (plan?.stages.has(path)) return plan;
    }
    return undefined;
  }
}
