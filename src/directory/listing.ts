/**
 * The items that API Gateway listed, reduced to what the directory keeps. The secret values of keys are not in it. Absent
 * values are null, as in the tables.
 */
export interface Listing {
  /** All APIs of the account. */
  readonly apis: readonly ListedApi[];
  /** The stages that log to the pipeline. */
  readonly stages: readonly ListedStage[];
  /** The usage plans within the scope. */
  readonly usagePlans: readonly ListedUsagePlan[];
  /** All API keys of the account. */
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

/** A stage that a usage plan includes. */
export interface OpenedStage {
  readonly apiId: string;
  readonly stage: string;
  /** From `/path/METHOD` to the throttle of that method. */
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
