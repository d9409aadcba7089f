import { createHash } from 'crypto';

export interface ApiKey { readonly id: string; readonly name?: string; readonly value: string }
export interface RestApi { readonly id: string }
export interface Stage { readonly stageName: string }
export interface UsagePlan { readonly id: string; readonly apiStages?: readonly { readonly apiId?: string; readonly stage?: string }[] }
export interface UsagePlanKey { readonly id: string; readonly type?: string; readonly value?: string; readonly name?: string }

/** Elements have the field names of the AWS SDK, and may have further fields. */
export interface AccountContents {
  readonly restApis: readonly RestApi[];
  readonly stages: Readonly<Record<string, readonly Stage[]>>;
  readonly usagePlans: readonly UsagePlan[];
  readonly apiKeys: readonly (Omit<ApiKey, 'value'> & { readonly value?: string })[];
  readonly usagePlanKeys: Readonly<Record<string, readonly UsagePlanKey[]>>;
}

/** What API Gateway stores for the account and region: APIs, stages, usage plans and API keys. */
export class Account {
  public readonly apiKeys: readonly ApiKey[];
  private readonly keys: ReadonlyMap<string, ApiKey>;

  constructor(private readonly contents: AccountContents, private readonly destinationArn: string) {
    this.apiKeys = contents.apiKeys.map((key) => ({ ...key, value: key.value ?? secretOf(key.id) }));
    this.keys = new Map(this.apiKeys.map((key) => [key.id, key]));
  }

  public get restApis(): readonly RestApi[] {
    return this.contents.restApis;
  }

  public get usagePlans(): readonly UsagePlan[] {
    return this.contents.usagePlans;
  }

  /** The keys of a usage plan. As in API Gateway, each has its secret value. */
  public keysOfPlan(planId: string): readonly UsagePlanKey[] | undefined {
    if (!this.usagePlans.some(({ id }) => id === planId)) return undefined;
    return listOf(this.contents.usagePlanKeys, planId).map((member) => {
      const key = this.keys.get(member.id);
      return { type: 'API_KEY', name: key?.name, value: key?.value ?? secretOf(member.id), ...member };
    });
  }

  /** The listed stages, and stages that only a usage plan names. The latter are assumed to log to the pipeline. */
  public stagesOfApi(apiId: string): readonly Stage[] | undefined {
    const listed = listOf(this.contents.stages, apiId);
    const named = this.usagePlans
      .flatMap(({ apiStages = [] }) => apiStages)
      .filter(({ apiId: id, stage }) => id === apiId && stage !== undefined && !listed.some(({ stageName }) => stageName === stage))
      .map(({ stage }) => stage!);
    const assumed = [...new Set(named)].map((stageName) => ({ stageName, accessLogSettings: { destinationArn: this.destinationArn } }));
    const stages = [...listed, ...assumed];
    return stages.length > 0 || this.restApis.some(({ id }) => id === apiId) ? stages : undefined;
  }
}

/** The list of an owner. Its id may be the name of an inherited property, such as `constructor`. */
export function listOf<T>(lists: Readonly<Record<string, readonly T[]>>, owner: string): readonly T[] {
  return Object.hasOwn(lists, owner) ? lists[owner] : [];
}

/** A secret for a key that has none in the input. Every key has a secret, as on AWS, so that tests can find a leak. */
function secretOf(keyId: string): string {
  return createHash('sha256').update(`secret of ${keyId}`).digest('hex').slice(0, 40);
}

/** An element as API Gateway sends it, with times in seconds since 1970. */
export function toWire(element: object): object {
  return Object.fromEntries(Object.entries(element).map(([name, value]) => (
    /Date$/.test(name) && typeof value === 'string' ? [name, Date.parse(value) / 1000] : [name, value]
  )));
}
