import { UsageDatabase } from './usage-database';

const NOW = '2026-11-18 12:00:00.000';

let usage: UsageDatabase;
beforeEach(async () => { usage = await UsageDatabase.open(); });
afterEach(() => usage.close());

describe('the month to date', () => {
  test.each([
    ['the first instant of a month', '2026-11-01 00:00:00', 1],
    ['the last instant of the month before', '2026-10-31 23:59:59.999', 0],
    ['now', '2026-11-18 11:59:59.999', 1],
  ])('%s', async (_case, time, requests) => {
    await usage.request({ requested_at: time });
    const rows = await usage.answer('requests-by-plan', NOW);
    expect(rows.map((row) => row.requests)).toEqual(requests === 0 ? [] : [requests]);
  });

  test('of a leap day and of a year\'s first day', async () => {
    await usage.request({ requested_at: '2028-02-29 10:00:00' }, { requested_at: '2028-01-01 00:00:00' });
    expect(await usage.answer('requests-by-plan', '2028-02-29 12:00:00.000')).toMatchObject([{ requests: 1, share: 1 }]);
    expect(await usage.answer('requests-by-plan', '2028-01-01 00:00:01.000')).toMatchObject([{ requests: 1 }]);
  });

  test('is compared with the same days of the month before', async () => {
    await usage.repeat(3, { requested_at: '2026-11-02 10:00:00', response_latency_ms: 80 });
    await usage.repeat(2, { requested_at: '2026-10-18 11:00:00', status: 500, customer_id: 'c2', customer_name: 'Bolt' });
    await usage.repeat(9, { requested_at: '2026-10-19 00:00:00' });
    const [now] = await usage.answer('month-at-a-glance', NOW);
    expect(now).toMatchObject({ requests: 3, requests_before: 2, customers: 1, customers_before: 1 });
    expect(now).toMatchObject({ error_rate: 0, error_rate_before: 1, latency_p95: 80, latency_p95_before: null });
  });
});
