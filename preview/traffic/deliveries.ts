import { Random } from './random';
import { MadeRequest } from './request-maker';
import { HOUR } from './traffic-options';
import { Request } from '../gateway/request-source';

type Delivery = Omit<Request, 'line'>;

/** The share of requests that are delivered late. */
const LATE = 0.006;

/** The longest delay, in milliseconds. It limits the number of requests in memory. */
const LATEST = 20 * HOUR;

/** Sorts requests by arrival, one hour at a time. Some are delivered late, and some twice. */
export class Deliveries {
  public late = 0;
  public duplicates = 0;
  private readonly byHour = new Map<number, Delivery[]>();

  /** `twice` is the share of requests that are delivered twice. */
  constructor(private readonly random: Random, private readonly twice = 0.01) {}

  /** Adds a request. `hour` is the hour of the request. */
  public add({ time, variables }: MadeRequest, hour: number): void {
    const { random } = this;
    const late = random.chance(LATE);
    if (late) this.late += 1;
    const arrival = late ? time + delay(random) : time;
    this.put({ arrival, variables }, hour);
    if (!random.chance(this.twice)) return;
    this.duplicates += 1;
    this.put({ arrival: arrival + (random.chance(0.9) ? 1 + random.integer(900_000) : delay(random)), variables }, hour);
  }

  /** Removes and returns the deliveries that arrive in an hour, in order. */
  public inHour(hour: number): readonly Delivery[] {
    const deliveries = this.byHour.get(hour) ?? [];
    this.byHour.delete(hour);
    return deliveries.sort((a, b) => a.arrival - b.arrival);
  }

  /** The hours with remaining deliveries, in order. */
  public get remainingHours(): number[] {
    return [...this.byHour.keys()].sort((a, b) => a - b);
  }

  private put(delivery: Delivery, hour: number): void {
    const arrivalHour = hour + Math.floor((delivery.arrival - hour) / HOUR) * HOUR;
    const others = this.byHour.get(arrivalHour);
    if (others) others.push(delivery);
    else this.byHour.set(arrivalHour, [delivery]);
  }
}

/** A delay between a minute and ten hours. Half of the delays are shorter than a quarter of an hour. */
function delay(random: Random): number {
  return Math.round(Math.min(LATEST / 2, Math.max(60_000, random.logNormal(HOUR / 4, 1.3))));
}
