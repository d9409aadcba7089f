import { Quota, Throttle } from './key-holder';
import { DAY } from './traffic-options';

const PERIODS: Readonly<Record<string, (time: number) => string>> = {
  DAY: (time) => new Date(time).toISOString().slice(0, 10),
  // A week begins on Sunday, and the first of January 1970 was a Thursday.
  WEEK: (time) => String(Math.floor((time / DAY + 4) / 7)),
  MONTH: (time) => new Date(time).toISOString().slice(0, 7),
};

/** Counts the requests of a key in each period of its quota. */
export class QuotaMeter {
  private period = '';
  private used = 0;

  constructor(private readonly quota: Quota) {}

  /** Counts a request and returns whether it is within the quota. */
  public take(time: number): boolean {
    const period = (PERIODS[this.quota.period] ?? PERIODS.MONTH)(time);
    if (period !== this.period) {
      this.period = period;
      this.used = 0;
    }
    this.used += 1;
    return this.used <= this.quota.limit;
  }
}

/** The token bucket with which API Gateway throttles a key. */
export class TokenBucket {
  private tokens: number;
  private time = 0;

  constructor(private readonly throttle: Throttle) {
    this.tokens = throttle.burstLimit;
  }

  public take(time: number): boolean {
    this.tokens = Math.min(this.throttle.burstLimit, this.tokens + (time - this.time) / 1000 * this.throttle.rateLimit);
    this.time = time;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
