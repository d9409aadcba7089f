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
