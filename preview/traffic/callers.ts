import { Habit } from './customers';
import { HabitualHolder } from './habits';
import { Access } from './key-holder';
import { Target } from './target';
import { TrafficOptions } from './traffic-options';

/** A sender of requests. */
export interface Caller {
  readonly kind: 'customer' | keyof typeof STRANGERS;
  readonly name: string;
  /** The id of the key, as API Gateway logs it. */
  readonly keyId?: string;
  readonly habit: Habit;
  /** The share of all requests. */
  readonly share: number;
  /** The stages that it calls, with their usage plans if its key is known. */
  readonly targets: readonly (Target & Partial<Access>)[];
}

/** The shares of callers that are not customers. */
const STRANGERS = {
  /** Checks the health of the API, with IAM authorization and without a key. */
  monitor: 0.03,
  /** Uses a deleted key, whose id is logged but not in the directory. */
  unknownKey: 0.008,
  /** Guesses keys. API Gateway logs no id for a wrong key. */
  prober: 0.01,
  /** Looks for vulnerabilities of software that is not there. */
  scanner: 0.004,
};

const PERIOD_DAYS: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7, MONTH: 30 };

/** The largest share that a customer gets so that it exceeds its quota. */
const LARGEST_SHARE_OVER_QUOTA = 0.2;

/** All callers: customers from large to small, then the others. */
export function callersOf(holders: readonly HabitualHolder[], targets: readonly Target[], options: TrafficOptions): Caller[] {
  const active = holders.filter(({ access, habit }) => access.length > 0 && habit !== 'unused');
  const sizes = active.map((holder, rank) => Math.max(zipf(rank) / active.reduce((sum, _, each) => sum + zipf(each), 0), overQuota(holder, options)));
  const customersShare = (1 - Object.values(STRANGERS).reduce((sum, share) => sum + share, 0)) / sizes.reduce((sum, size) => sum + size, 0);
  return [
    ...active.map(({ name, keyId, habit, access }, rank): Caller => ({
      kind: 'customer', name, keyId, habit, share: sizes[rank] * customersShare, targets: access,
    })),
    ...Object.entries(STRANGERS).map(([kind, share]): Caller => ({
      kind: kind as keyof typeof STRANGERS,
      name: kind,
      keyId: kind === 'unknownKey' ? 'key-deleted-last-year' : undefined,
      habit: 'steady',
      share,
      targets,
    })),
  ];
}

/** The relative size of a customer by Zipf's law: the second has about half of the first, and the tenth about a tenth. */
function zipf(rank: number): number {
  return 1 / (rank + 1) ** 1.05;
}

/** A size that exceeds the quota in each of its periods; 0 if the customer does not exceed its quota. */
function overQuota({ habit, access: [{ quota }] }: HabitualHolder, { count, days }: TrafficOptions): number {
  if (habit !== 'overQuota' || !quota) return 0;
  const periods = Math.max(1, days / (PERIOD_DAYS[quota.period] ?? days));
  return Math.min(LARGEST_SHARE_OVER_QUOTA, 2 * quota.limit * periods / count);
}
