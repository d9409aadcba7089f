import { mostInASecond } from './most-in-a-second';
import { RateLimiter } from '../../../src/directory/refresh/rate-limiter';

/** Makes a call that takes so many milliseconds, and reaches the service at the end of them, as late as it can. */
function call(rateLimiter: RateLimiter, milliseconds: number, arrivals: number[]): Promise<void> {
  return rateLimiter.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    arrivals.push(performance.now());
  });
}

test('no second has more calls than the limit, however long they take', async () => {
  const rateLimiter = new RateLimiter(5);
  const arrivals: number[] = [];
  for (const milliseconds of [120, 0, 0, 30, 0, 0, 0, 0, 50, 0, 0]) await call(rateLimiter, milliseconds, arrivals);
  expect(arrivals).toHaveLength(11);
  expect(mostInASecond(arrivals)).toBeLessThanOrEqual(5);
});

test('no second has more calls than the limit when two runs overlap', async () => {
  const rateLimiter = new RateLimiter(5);
  const arrivals: number[] = [];
  const run = async () => {
    for (const milliseconds of [40, 0, 10, 0, 0, 30, 0, 0]) await call(rateLimiter, milliseconds, arrivals);
  };
  await Promise.all([run(), run()]);
  expect(arrivals).toHaveLength(16);
  expect(mostInASecond(arrivals)).toBeLessThanOrEqual(5);
});

test('a failed call counts, and its error is passed on', async () => {
  const rateLimiter = new RateLimiter(1);
  const start = performance.now();
  await expect(rateLimiter.run(() => Promise.reject(new Error('throttled')))).rejects.toThrow('throttled');
  await expect(rateLimiter.run(async () => 'answered')).resolves.toBe('answered');
  expect(performance.now() - start).toBeGreaterThanOrEqual(1000);
});
