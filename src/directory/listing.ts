/**
 * What the control plane listed, item by item, without anything that the directory does not keep: above all without
 * the secret value of a key. Absent values are null, as in the tables.
 */
export interface Listing {
  /** All of the account. */
  readonly apis: readonly ListedApi[];
  /** Those that log to the pipeline. */
  readonly stages: readonly ListedStage[];
  /** Those within the scope. */
  readonly usagePlans: readonly ListedUsagePlan[];
  /** All of the account. */
  readonly apiKeys: readonly ListedApiKey[];
}

export interface ListedApi {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: Date | null;
}

export interface ListedStage {
  readonly apiId: string;
  readonly name: string;
  readonly description: string | null;
  readonly deploymentId: string | null;
  readonly createdAt: Date | null;
  readonly tags: Readonly<Record<string, string>>;
}

export interface ListedUsagePlan {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly productCode: string | null;
  readonly quota: Quota;
  readonly throttle: Throttle;
  readonly stages: readonly OpenedStage[];
  readonly keyIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** A stage as a usage plan names it. */
export interface OpenedStage {
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
