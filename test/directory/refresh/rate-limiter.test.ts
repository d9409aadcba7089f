import { RateLimiter } from '../../../src/directory/refresh/rate-limiter';

function mostInASecond(moments: readonly number[]): number {
  return Math.max(...moments.map((start) => moments.filter((moment) => moment >= start && moment < start + 1000).length));
}

test('no second has more calls than it may, however long they take', async () => {
  const rateLimiter = new RateLimiter(5);
  const arrivals: number[] = [];
  for (const duration of [120, 0, 0, 30, 0, 0, 0, 0, 50, 0, 0]) {
    await rateLimiter.run(async () => {
      // The call may reach the service at any moment until it is answered: at the last one here.
      await new Promise((resolve) => setTimeout(resolve, duration));
      arrivals.push(performance.now());
    });
  }
  expect(arrivals).toHaveLength(11);
  expect(mostInASecond(arrivals)).toBeLessThanOrEqual(5);
});

test('a call that fails counts, and its error comes through', async () => {
  const rateLimiter = new RateLimiter(1);
  const start = performance.now();
  await expect(rateLimiter.run(() => Promise.reject(new Error('throttled')))).rejects.toThrow('throttled');
  await expect(rateLimiter.run(async () => 'answered')).resolves.toBe('answered');
  expect(performance.now() - start).toBeGreaterThanOrEqual(1000);
});
