import { CUSTOMERS, PlanName } from './customers';
import { Target } from './target';
import { AccountContents } from '../directory/account';

const CREATED = '2026-01-15T09:00:00Z';

const PLANS: Record<PlanName, { readonly throttle?: object; readonly quota?: (count: number) => object; readonly description: string }> = {
  Free: { description: 'To try the API out.', throttle: { rateLimit: 2, burstLimit: 5 }, quota: (count) => ({ limit: freeQuota(count), offset: 0, period: 'MONTH' }) },
  Basic: { description: 'For small shops.', throttle: { rateLimit: 5, burstLimit: 10 } },
  Pro: { description: 'For growing companies.', throttle: { rateLimit: 50, burstLimit: 100 } },
  Enterprise: { description: 'By contract.', throttle: { rateLimit: 500, burstLimit: 1000 } },
};

/** A quota that no small customer exceeds in a month: a number of two digits, followed by zeros. */
function freeQuota(count: number): number {
  const limit = Math.max(1, count * 0.012);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(limit)) - 1);
  return Math.floor(limit / unit) * unit;
}

const idOf = (kind: string, name: string): string => `${kind}-${name.normalize('NFD').replace(/[^A-Za-z0-9 ]/g, '').toLowerCase().split(/ +/).join('-')}`;

/** Invented plans, keys and customers for the stages of the templates. The quotas depend on the number of requests. */
export function ownAccount(targets: readonly Target[], count: number): Pick<AccountContents, 'usagePlans' | 'apiKeys' | 'usagePlanKeys'> {
  const apiStages = targets.map(({ apiId, stageName }) => ({ apiId, stage: stageName }));
  return {
    usagePlans: Object.entries(PLANS).map(([name, { quota, ...plan }]) => ({
      id: idOf('plan', name),
      name,
      apiStages,
      ...plan,
      ...quota && { quota: quota(count) },
    })),
    apiKeys: CUSTOMERS.map(({ name, plan }) => ({
      id: idOf('key', name),
      name,
      description: `Key of ${name}, ${plan}.`,
      enabled: true,
      createdDate: CREATED,
      lastUpdatedDate: CREATED,
    })),
    usagePlanKeys: Object.fromEntries(Object.keys(PLANS).map((plan) => [
      idOf('plan', plan),
      CUSTOMERS.filter((customer) => customer.plan === plan).map(({ name }) => ({ id: idOf('key', name), type: 'API_KEY' })),
    ])),
  };
}
