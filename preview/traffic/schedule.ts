import { Caller } from './callers';
import { Random } from './random';
import { hourWeight } from './rhythm';
import { DAY, HOUR, TrafficOptions } from './traffic-options';

/** The number of requests of each caller in each hour. They add up to the requested number. */
export class Schedule {
  private readonly counts: ReadonlyMap<Caller, Uint32Array>;

  constructor(callers: readonly Caller[], private readonly options: TrafficOptions, random: Random) {
    const sizes = apportion(callers.map(({ share }) => share), options.count);
    this.counts = new Map(callers.map((caller, index) => [caller, spread(caller, sizes[index], options, random.fork(`hours of ${caller.name}`))]));
  }

  public get hours(): number[] {
    return hoursOf(this.options);
  }

  public count(caller: Caller, hour: number): number {
    return this.counts.get(caller)![(hour - this.options.from) / HOUR];
  }
}

function hoursOf({ from, days }: TrafficOptions): number[] {
  return Array.from({ length: days * DAY / HOUR }, (_, index) => from + index * HOUR);
}

/** Whole numbers in proportion to the shares. They add up to the total: the largest remainders are rounded up. */
function apportion(shares: readonly number[], total: number): number[] {
  // The shares need not add up to 1, because an account may lack some kinds of callers.
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => share / sum * total);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, each) => all + each, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => (exact[b] - whole[b]) - (exact[a] - whole[a]) || a - b);
  for (const index of byRemainder.slice(0, left)) whole[index] += 1;
  return whole;
}

function spread(caller: Caller, size: number, options: TrafficOptions, random: Random): Uint32Array {
  const hours = hoursOf(options);
  const inBatches = caller.habit === 'batches';
  const noise = (): number => (inBatches ? 1 : random.logNormal(1, 0.25));
  const weights = hours.map((hour, index) => hourWeight(caller, hour, index / hours.length) * noise());
  // If there are only few days, they may contain no hour in which a caller is active.
  const callsAtAll = weights.some((weight) => weight > 0);
  return Uint32Array.from(systematicCounts(callsAtAll ? weights : hours.map(() => 1), inBatches ? BATCH : 1, size, random.next()));
}

/** The requests in a batch of a caller that works in batches. */
const BATCH = 60;

/** Counts in proportion to the weights, which add up to `size`. They are multiples of `lot` as far as possible. */
function systematicCounts(weights: readonly number[], lot: number, size: number, offset: number): number[] {
  const lots = Math.max(1, Math.floor(size / lot));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weight = 0;
  let counted = 0;
  return weights.map((each) => {
    weight += each;
    const upToHere = Math.floor(Math.min(lots, Math.floor(weight / total * lots + offset)) * size / lots);
    const count = upToHere - counted;
    counted = upToHere;
    return count;
  });
}
