import { Target } from './target';
import { AccountContents, ApiKey, listOf, UsagePlan } from '../directory/account';

export interface Quota { readonly limit: number; readonly period: string }
export interface Throttle { readonly rateLimit: number; readonly burstLimit: number }

/** A stage that a key can call through a usage plan. */
export interface Access extends Target {
  readonly planId: string;
  readonly planName: string;
  readonly quota?: Quota;
  readonly throttle?: Throttle;
}

/** A key and the stages that it can call: none if it is disabled or in no plan with a stage. */
export interface KeyHolder {
  readonly keyId: string;
  readonly name: string;
  readonly access: readonly Access[];
}

type Key = Omit<ApiKey, 'value'> & { readonly enabled?: boolean };
type Plan = UsagePlan & { readonly name?: string; readonly quota?: Partial<Quota>; readonly throttle?: Partial<Throttle> };

/** The keys of an account, in its order. */
export function keyHolders({ apiKeys, usagePlans, usagePlanKeys }: AccountContents): KeyHolder[] {
  return (apiKeys as readonly Key[]).map(({ id, name, enabled }) => ({
    keyId: id,
    name: name ?? id,
    access: enabled === false ? [] : (usagePlans as readonly Plan[])
      .filter((plan) => listOf(usagePlanKeys, plan.id).some((member) => member.id === id))
      .flatMap(accessOf),
  }));
}

function accessOf({ id, name, apiStages = [], quota, throttle }: Plan): Access[] {
  return apiStages.flatMap(({ apiId, stage }) => (apiId === undefined || stage === undefined ? [] : [{
    apiId,
    stageName: stage,
    planId: id,
    planName: name ?? id,
    quota: quota?.limit === undefined ? undefined : { limit: quota.limit, period: quota.period ?? 'MONTH' },
    throttle: throttle?.rateLimit === undefined ? undefined
      : { rateLimit: throttle.rateLimit, burstLimit: throttle.burstLimit ?? throttle.rateLimit },
  }]));
}
