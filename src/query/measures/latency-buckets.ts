/**
 * The bounds of the latency buckets, in milliseconds. A percentile computed from them is the upper bound of its bucket, so
 * its error is at most the width of the bucket. API Gateway ends most integrations after 29 seconds.
 */
export const LATENCY_BOUNDS_MS = [5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000, 20_000, 30_000] as const;

/** The column that counts the requests that took at most so long. Counts are cumulative, so that a percentile is one comparison each. */
export function bucketColumn(upToMs: number): string {
  return `latency_up_to_${upToMs}_ms`;
}
