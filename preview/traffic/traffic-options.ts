export interface TrafficOptions {
  /** The number of requests. Second deliveries are not counted. */
  readonly count: number;
  readonly seed: string;
  /** Midnight UTC of the first day, in milliseconds since 1970. */
  readonly from: number;
  readonly days: number;
  /** The share of requests that are delivered twice. */
  readonly duplicates?: number;
}

/**
 * A fixed date, so that a seed gives the same bytes on any day. With the default number of days, the month to date has most of the
 * traffic, but not all of it.
 */
export const DEFAULT_FROM = '2026-09-27';

export const DEFAULT_TRAFFIC: TrafficOptions = { count: 50_000, seed: '1', from: Date.parse(DEFAULT_FROM), days: 30 };

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
