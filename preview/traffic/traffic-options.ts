export interface TrafficOptions {
  /** Requests; those delivered twice come on top. */
  readonly count: number;
  readonly seed: string;
  /** Midnight UTC of the first day, in epoch milliseconds. */
  readonly from: number;
  readonly days: number;
  /** Part of the requests that is delivered twice. */
  readonly duplicates?: number;
}

/**
 * A date that does not move, so that a seed gives the same bytes on any day; it lies so that the month to date is most
 * of the traffic, but not all of it.
 */
export const DEFAULT_FROM = '2026-09-27';

export const DEFAULT_TRAFFIC: TrafficOptions = { count: 50_000, seed: '1', from: Date.parse(DEFAULT_FROM), days: 30 };

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
