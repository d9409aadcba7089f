import { CUSTOMERS, PlanName } from './customers';
import { Target } from './target';
import { DAY, HOUR, TrafficOptions } from './traffic-options';
import { AccountContents } from '../directory/account';

/** The age of most keys at the first request. */
const OLD = 250 * DAY;

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

/** Nine in the morning of the day before: a key exists before it is used. */
function theDayBefore(time: number): string {
  return new Date((Math.floor(time / DAY) - 1) * DAY + 9 * HOUR).toISOString();
}

/**
 * Invented plans, keys and customers for the stages of the templates. The quotas depend on the number of requests, and the ages of
 * the keys on their days.
 */
export function ownAccount(targets: readonly Target[], { count, from, days }: TrafficOptions): Pick<AccountContents, 'usagePlans' | 'apiKeys' | 'usagePlanKeys'> {
  const apiStages = targets.map(({ apiId, stageName }) => ({ apiId, stage: stageName }));
  return {
    usagePlans: Object.entries(PLANS).map(([name, { quota, ...plan }]) => ({
      id: idOf('plan', name),
      name,
      apiStages,
      ...plan,
      ...quota && { quota: quota(count) },
    })),
    apiKeys: CUSTOMERS.map(({ name, plan, since }) => {
      const created = theDayBefore(since === undefined ? from - OLD : from + since * days * DAY);
      return { id: idOf('key', name), name, description: `Key of ${name}, ${plan}.`, enabled: true, createdDate: created, lastUpdatedDate: created };
    }),
    usagePlanKeys: Object.fromEntries(Object.keys(PLANS).map((plan) => [
      idOf('plan', plan),
      CUSTOMERS.filter((customer) => customer.plan === plan).map(({ name }) => ({ id: idOf('key', name), type: 'API_KEY' })),
    ])),
  };
}
