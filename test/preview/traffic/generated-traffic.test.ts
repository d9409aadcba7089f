import { countBy, once, ownTraffic, trafficOf } from './traffic';
import { UsagePlan } from '../../../preview/directory/account';
import { DEFAULT_TRAFFIC } from '../../../preview/traffic/traffic-options';

test('the same seed makes the same requests, another one others', () => {
  const [first, again, other] = ['a', 'a', 'b'].map((seed) => {
    const traffic = ownTraffic({ seed, count: 2000 });
    return JSON.stringify([...traffic]) + traffic.truth;
  });
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test('it can be read again, and begins anew', () => {
  const traffic = ownTraffic({ count: 500 });
  const [first] = traffic;
  expect(() => traffic.truth).toThrow('only after the last request');
  expect([...traffic][0]).toEqual(first);
});

test.each([[1, 1], [10, 1], [1000, 3], [3000, 400]])('%d requests in %d days', (count, days) => {
  const traffic = ownTraffic({ count, days });
  expect(once([...traffic])).toHaveLength(count);
  const { hours, plans, statuses, customers, monthToDate } = JSON.parse(traffic.truth);
  for (const cells of [hours, plans, statuses, customers]) {
    expect(cells.reduce((sum: number, cell: { requests: number }) => sum + cell.requests, 0)).toBe(count);
  }
  const last = new Date(DEFAULT_TRAFFIC.from + (days - 1) * 86_400_000).toISOString().slice(0, 7);
  if (count > 100) expect(monthToDate.month).toBe(last);
});

describe('with a directory', () => {
  const plan = (id: string, more: object = {}): UsagePlan => ({ id, apiStages: [{ apiId: 'OrdersApi', stage: 'prod' }], ...more });
  const keys = Array.from({ length: 12 }, (_, index) => ({ id: `k${index}`, name: `Customer ${index}`, ...index === 11 && { enabled: false } }));
  const account = {
    apiKeys: keys,
    usagePlans: [
      plan('small', { name: 'Small', quota: { limit: 100, period: 'DAY' }, throttle: { rateLimit: 1, burstLimit: 3 } }),
      plan('weekly', { quota: { limit: 500, period: 'WEEK' } }),
      plan('large'),
      { id: 'closed', apiStages: [{}] },
    ],
    usagePlanKeys: {
      small: [0, 1, 2].map((index) => ({ id: `k${index}` })),
      weekly: [{ id: 'k3' }],
      large: [4, 5, 6, 7, 8, 9, 11].map((index) => ({ id: `k${index}` })),
      closed: [{ id: 'k10' }],
    },
  };
  const traffic = trafficOf(account, { count: 12_000 });
  const requests = once([...traffic]);
  const perKey = countBy(requests, ({ variables }) => variables['identity.apiKeyId'] ?? '-');

  test('traffic uses the keys that can call the API', () => {
    expect(traffic.account).toMatchObject(account);
    expect(perKey.k10).toBeUndefined();
    expect(perKey.k11).toBeUndefined();
    expect(Object.keys(perKey).filter((key) => /^k\d/.test(key))).toHaveLength(9);
    const { plans } = JSON.parse(traffic.truth);
    expect(new Set(plans.map((each: { usage_plan_name: string }) => each.usage_plan_name))).toEqual(new Set(['Small', 'weekly', 'large', null]));
  });

  test('its quotas and throttles hold', () => {
    const refused = countBy(requests, ({ variables }) => variables['error.responseType'] ?? '-');
    expect(refused.QUOTA_EXCEEDED).toBeGreaterThan(0);
    expect(refused.THROTTLED).toBeGreaterThan(0);
    const passed = requests.filter(({ variables }) => /^k[012]$/.test(variables['identity.apiKeyId']) && !/THROTTLED|QUOTA/.test(variables['error.responseType']));
    const perDay = countBy(passed, ({ variables }) => `${variables['identity.apiKeyId']} ${new Date(Number(variables.requestTimeEpoch)).toISOString().slice(0, 10)}`);
    expect(Math.max(...Object.values(perDay))).toBe(100);
  });

  test('of the stages that a key opens, those of the templates; ids of a real account are kept', () => {
    const open = (...apiStages: { apiId: string; stage: string }[]) => ({
      apiKeys: [{ id: 'k' }], usagePlans: [{ id: 'p', apiStages }], usagePlanKeys: { p: [{ id: 'k' }] },
    });
    const stagesOf = (contents: object) => [...new Set(once([...trafficOf(contents, { count: 50 })])
      .filter(({ variables }) => variables['identity.apiKeyId'] === 'k').map(({ variables }) => `${variables.apiId}/${variables.stage}`))].sort();
    expect(stagesOf(open({ apiId: 'OrdersApi', stage: 'prod' }, { apiId: 'a1b2', stage: 'prod' }))).toEqual(['OrdersApi/prod']);
    expect(stagesOf(open({ apiId: 'a1b2', stage: 'prod' }, { apiId: 'a1b2', stage: 'beta' }))).toEqual(['a1b2/beta', 'a1b2/prod']);
  });

  test('without keys there are strangers only', () => {
    expect(Object.keys(countBy(once([...trafficOf({}, { count: 100 })]), ({ variables }) => variables['identity.apiKeyId'] ?? '-')).sort())
      .toEqual(['-', 'key-deleted-last-year']);
  });
});
