import { Caller, callersOf } from './callers';
import { Deliveries } from './deliveries';
import { drawnHabits, HabitualHolder, ownHabits } from './habits';
import { Access, keyHolders } from './key-holder';
import { ownAccount } from './own-account';
import { Random } from './random';
import { RequestMaker } from './request-maker';
import { OUTAGE_MINUTES, outageStart } from './rhythm';
import { Schedule } from './schedule';
import { Target } from './target';
import { HOUR, TrafficOptions } from './traffic-options';
import { Truth } from './truth';
import { AccountContents } from '../directory/account';
import { Request, RequestSource } from '../gateway/request-source';

/** Believable traffic on the stages of the templates: made while it is read, and the same each time. */
export class GeneratedTraffic implements RequestSource {
  /** Traffic of the preview's own customers; `account` is the rest of what the templates declare. */
  public static ofOwnCustomers(options: TrafficOptions, targets: readonly Target[], account: AccountContents): GeneratedTraffic {
    const whole = { ...account, ...ownAccount(targets, options.count) };
    return new GeneratedTraffic(options, targets, whole, ownHabits(keyHolders(whole)));
  }

  /** Traffic of the keys of a user's directory. */
  public static ofKeysIn(account: AccountContents, options: TrafficOptions, targets: readonly Target[]): GeneratedTraffic {
    const holders = keyHolders(account).map((holder) => ({ ...holder, access: knownOrAll(holder.access, targets) }));
    return new GeneratedTraffic(options, targets, account, drawnHabits(holders, new Random(options.seed).fork('habits')));
  }

  private readonly callers: readonly Caller[];
  private readonly schedule: Schedule;
  private lastTruth?: string;

  /** `account` is what API Gateway holds while the traffic flows. */
  private constructor(
    private readonly options: TrafficOptions, targets: readonly Target[], readonly account: AccountContents, holders: readonly HabitualHolder[],
  ) {
    this.callers = callersOf(holders, targets, options);
    this.schedule = new Schedule(this.callers, options, this.random('schedule'));
  }

  /** Requests, without second deliveries. */
  public get count(): number {
    return this.options.count;
  }

  /** What was made, as JSON; after the last request was read. */
  public get truth(): string {
    if (this.lastTruth === undefined) throw new Error('The truth is known when all requests are made.');
    return this.lastTruth;
  }

  public *[Symbol.iterator](): Generator<Request> {
    const maker = new RequestMaker(this.options, this.random('requests'));
    const deliveries = new Deliveries(this.random('deliveries'), this.options.duplicates);
    const truth = new Truth(this.options);
    const times = this.random('times');
    let line = 0;
    const { hours } = this.schedule;
    for (const [index, hour] of hours.entries()) {
      for (const { caller, time } of this.inHour(hour, times)) {
        const request = maker.make(caller, time, index / hours.length);
        truth.add(request);
        deliveries.add(request, hour);
      }
      for (const delivery of deliveries.inHour(hour)) yield { line: line += 1, ...delivery };
    }
    for (const hour of deliveries.remainingHours) {
      for (const delivery of deliveries.inHour(hour)) yield { line: line += 1, ...delivery };
    }
    this.lastTruth = truth.toJson(deliveries);
  }

  /** Who calls when in an hour, in order. */
  private inHour(hour: number, random: Random): { readonly caller: Caller; readonly time: number }[] {
    const outage = outageStart(this.options);
    return this.callers.flatMap((caller) => {
      const start = hour + random.integer(HOUR / 2);
      const time = (index: number): number => (caller.habit === 'batches' ? start + index * batchPace(caller) : anyTime(hour, outage, random));
      return Array.from({ length: this.schedule.count(caller, hour) }, (_, index) => ({ caller, time: time(index) }));
    }).sort((a, b) => a.time - b.time);
  }

  private random(name: string): Random {
    return new Random(this.options.seed).fork(name);
  }
}

/** A directory of a real account may name the APIs by other ids than the templates do. */
function knownOrAll(access: readonly Access[], targets: readonly Target[]): readonly Access[] {
  const known = access.filter(({ apiId, stageName }) => targets.some((target) => target.apiId === apiId && target.stageName === stageName));
  return known.length > 0 ? known : access;
}

/** Clients that fail try again: in the hour of the outage many requests fall into it. */
function anyTime(hour: number, outage: number, random: Random): number {
  const retried = outage >= hour && outage < hour + HOUR && random.chance(0.4);
  return retried ? outage + random.integer(OUTAGE_MINUTES * 60_000) : hour + random.integer(HOUR);
}

/** Milliseconds between two requests of a batch: twice as fast as the throttle lets through. */
function batchPace({ targets: [{ throttle }] }: Caller): number {
  return Math.max(1, Math.round(1000 / (2 * (throttle?.rateLimit ?? 5))));
}
