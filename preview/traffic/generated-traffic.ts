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

/** Realistic requests to the stages of the templates. They are generated while they are read, and are the same each time. */
export class GeneratedTraffic implements RequestSource {
  /** Traffic of invented customers. `account` is what the templates declare; its plans and keys are replaced. */
  public static ofOwnCustomers(options: TrafficOptions, targets: readonly Target[], account: AccountContents): GeneratedTraffic {
    const whole = { ...account, ...ownAccount(targets, options) };
    return new GeneratedTraffic(options, targets, whole, ownHabits(keyHolders(whole)));
  }

  /** Traffic of the keys in a directory file. */
  public static ofKeysIn(account: AccountContents, options: TrafficOptions, targets: readonly Target[]): GeneratedTraffic {
    const holders = keyHolders(account).map((holder) => ({ ...holder, access: knownOrAll(holder.access, targets) }));
    return new GeneratedTraffic(options, targets, account, drawnHabits(holders, new Random(options.seed).fork('habits')));
  }

  private readonly callers: readonly Caller[];
  private readonly schedule: Schedule;
  private lastTruth?: string;

  /** `account` is what API Gateway stores during the run. */
  private constructor(
    private readonly options: TrafficOptions, targets: readonly Target[], readonly account: AccountContents, holders: readonly HabitualHolder[],
  ) {
    this.callers = callersOf(holders, targets, options);
    this.schedule = new Schedule(this.callers, options, this.random('schedule'));
  }

  /** The number of requests, each counted once. */
  public get count(): number {
    return this.options.count;
  }

  /** The totals of the generated requests, as JSON. Read all requests first. */
  public get truth(): string {
    if (this.lastTruth === undefined) throw new Error('The totals are known only after the last request.');
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

  /** The callers and times of an hour's requests, in order. */
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

/** The access to the given stages, or all access if there is none: a directory file may have other API ids than the templates. */
function knownOrAll(access: readonly Access[], targets: readonly Target[]): readonly Access[] {
  const known = access.filter(({ apiId, stageName }) => targets.some((target) => target.apiId === apiId && target.stageName === stageName));
  return known.length > 0 ? known : access;
}

/** A random time in an hour. In the hour of the outage, many requests are during the outage, because clients retry. */
function anyTime(hour: number, outage: number, random: Random): number {
  const retried = outage >= hour && outage < hour + HOUR && random.chance(0.4);
  return retried ? outage + random.integer(OUTAGE_MINUTES * 60_000) : hour + random.integer(HOUR);
}

/** Milliseconds between two requests of a batch. The throttle allows only half as many requests. */
function batchPace({ targets: [{ throttle }] }: Caller): number {
  return Math.max(1, Math.round(1000 / (2 * (throttle?.rateLimit ?? 5))));
}
