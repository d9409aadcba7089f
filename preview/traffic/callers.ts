import { Habit } from './customers';
import { HabitualHolder } from './habits';
import { Access } from './key-holder';
import { Target } from './target';
import { TrafficOptions } from './traffic-options';

/** Who sends requests. */
export interface Caller {
  readonly kind: 'customer' | keyof typeof STRANGERS;
  readonly name: string;
  /** The key as API Gateway logs it. */
  readonly keyId?: string;
  readonly habit: Habit;
  /** Part of all requests. */
  readonly share: number;
  /** Stages it calls; with a usage plan where a known key opens them. */
  readonly targets: readonly (Target & Partial<Access>)[];
}

/** Callers that are no customers, with their shares. */
const STRANGERS = {
  /** Checks the health of the API, without a key and signed by IAM. */
  monitor: 0.03,
  /** Uses a key that was deleted: logged with its id, and in no directory. */
  unknownKey: 0.008,
  /** Tries keys until one works; API Gateway logs no id of a wrong one. */
  prober: 0.01,
  /** Seeks holes in software that is not there. */
  scanner: 0.004,
};

const PERIOD_DAYS: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7, MONTH: 30 };

/** Nobody is made to send more than this to pass a quota. */
const LARGEST_SHARE_OVER_QUOTA = 0.2;

/** All who call the stages: customers from large to small, then strangers. */
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

/** Sizes of customers are spread as many things are: the second has half of the first, the tenth a tenth. */
function zipf(rank: number): number {
  return 1 / (rank + 1) ** 1.05;
}

/** A size that passes the quota in one of its periods. */
function overQuota({ habit, access: [{ quota }] }: HabitualHolder, { count, days }: TrafficOptions): number {
  if (habit !== 'overQuota' || !quota) return 0;
  const periods = Math.max(1, days / (PERIOD_DAYS[quota.period] ?? days));
  return Math.min(LARGEST_SHARE_OVER_QUOTA, 2 * quota.limit * periods / count);
}
