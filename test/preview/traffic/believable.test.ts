import { countBy, once, ownTraffic, timeOf } from './traffic';
import { Request } from '../../../preview/gateway/request-source';
import { DAY, DEFAULT_TRAFFIC, HOUR } from '../../../preview/traffic/traffic-options';

const COUNT = 40_000;
const traffic = ownTraffic({ count: COUNT });
const delivered = [...traffic];
const requests = once(delivered);

const variable = (name: string) => ({ variables }: Request): string => variables[name] ?? '-';
const keyOf = variable('identity.apiKeyId');
const ofKey = (key: string) => requests.filter((request) => keyOf(request) === key);
const typeOf = variable('error.responseType');
const ofType = (type: string) => requests.filter((request) => typeOf(request) === type);
const distinct = (values: readonly string[]) => new Set(values).size;
const perKey = countBy(requests, keyOf);
const half = DEFAULT_TRAFFIC.from + 15 * DAY;

test('as many requests as asked for, in the days asked for', () => {
  expect(requests).toHaveLength(COUNT);
  expect(traffic.count).toBe(COUNT);
  expect(timeOf(requests[0])).toBeGreaterThanOrEqual(DEFAULT_TRAFFIC.from);
  expect(timeOf(requests[COUNT - 1])).toBeLessThan(DEFAULT_TRAFFIC.from + 30 * DAY);
});

test('they come in the order of their arrival; some late, some twice', () => {
  const arrivals = delivered.map(({ arrival }) => arrival);
  expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
  expect(delivered.map(({ line }) => line)).toEqual(delivered.map((_, index) => index + 1));
  const copies = delivered.length - COUNT;
  expect(copies / COUNT).toBeCloseTo(0.01, 2);
  const late = delivered.filter((request) => request.arrival - timeOf(request) > HOUR);
  expect(late.length).toBeGreaterThan(COUNT / 2000);
  expect(JSON.parse(traffic.truth)).toMatchObject({ requests: COUNT, duplicates: copies });
});

test('four plans, a few large customers and a long tail', () => {
  const { plans, customers } = JSON.parse(traffic.truth);
  expect(plans.map(({ usage_plan_name }: { usage_plan_name: string | null }) => usage_plan_name)).toEqual(['Enterprise', 'Pro', 'Basic', 'Free', null]);
  const sizes = customers.map((customer: { requests: number }) => customer.requests);
  expect(sizes[0]).toBeGreaterThan(COUNT / 6);
  expect(sizes.filter((size: number) => size < COUNT / 100).length).toBeGreaterThan(20);
});

test('day and night, working days and weekends, growth', () => {
  const busy = ofKey('key-alder-freight');
  const byHour = countBy(busy, (request) => String(new Date(timeOf(request)).getUTCHours()));
  expect(byHour[13]).toBeGreaterThan(5 * byHour[2]);
  const byDay = countBy(busy, (request) => String(new Date(timeOf(request)).getUTCDay()));
  expect(byDay[2]).toBeGreaterThan(2 * byDay[0]);
  const week = (start: number) => busy.filter((request) => timeOf(request) >= start && timeOf(request) < start + 7 * DAY).length;
  expect(week(DEFAULT_TRAFFIC.from + 21 * DAY)).toBeGreaterThan(1.05 * week(DEFAULT_TRAFFIC.from));
});

test('a customer leaves, another comes, some keys are never used', () => {
  const leaving = ofKey('key-harbour-sons').map(timeOf);
  expect(Math.max(...leaving)).toBeLessThan(DEFAULT_TRAFFIC.from + 18 * DAY);
  const coming = ofKey('key-juniper-health').map(timeOf);
  expect(Math.min(...coming)).toBeGreaterThan(half);
  expect(traffic.account.apiKeys.filter(({ id }) => perKey[id] === undefined).map(({ id }) => id)).toEqual(['key-quill-archive', 'key-rosewood-trial', 'key-sorrel-trial']);
});

test('one customer is over the quota of its plan, and one is throttled', () => {
  expect(Object.keys(countBy(ofType('QUOTA_EXCEEDED'), keyOf))).toEqual(['key-ironwood-tools']);
  expect(Object.keys(countBy(ofType('THROTTLED'), keyOf))).toEqual(['key-kestrel-imports']);
  expect(new Set([...ofType('QUOTA_EXCEEDED'), ...ofType('THROTTLED')].map(variable('status')))).toEqual(new Set(['429']));
  const [{ quota }] = traffic.account.usagePlans as unknown as [{ quota: { limit: number } }];
  const october = ofKey('key-ironwood-tools').filter((request) => timeOf(request) >= Date.UTC(2026, 9) && typeOf(request) !== 'QUOTA_EXCEEDED');
  expect(october).toHaveLength(quota.limit);
});

test('a key shared from many addresses; the others come from a few networks', () => {
  const networks = (key: string) => distinct(ofKey(key).map((request) => variable('identity.sourceIp')(request).replace(/\.\d+$/, '')));
  expect(networks('key-pocket-planner')).toBeGreaterThan(500);
  expect(networks('key-alder-freight')).toBeLessThan(4);
});

test('a wrong key is tried at night and day, an unknown one works, some need none', () => {
  const probed = ofType('INVALID_API_KEY');
  expect(probed.length).toBe(COUNT / 100);
  expect(new Set(probed.map((request) => `${keyOf(request)} ${variable('status')(request)}`))).toEqual(new Set(['- 403']));
  expect(perKey['key-deleted-last-year']).toBeGreaterThan(100);
  expect(requests.filter((request) => keyOf(request) === '-' && variable('resourcePath')(request) === '/health').length).toBe(COUNT * 0.03);
});

test('an outage of ten minutes', () => {
  const times = requests.filter((request) => variable('integration.error')(request).startsWith('Service Unavailable')).map(timeOf);
  expect(times.length).toBeGreaterThan(20);
  const minutes = (Math.max(...times) - Math.min(...times)) / 60_000;
  expect(minutes).toBeGreaterThan(5);
  expect(minutes).toBeLessThanOrEqual(10);
  const meanwhile = requests.filter((request) => timeOf(request) >= Math.min(...times) && timeOf(request) <= Math.max(...times));
  expect(meanwhile.filter((request) => variable('status')(request) === '200' && keyOf(request) !== '-')).toEqual([]);
});

test('a slow endpoint, and one that goes out of use', () => {
  const latency = (path: string) => {
    const all = requests.filter((request) => variable('resourcePath')(request) === path).map((request) => Number(variable('responseLatency')(request)));
    return all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
  };
  expect(latency('/v1/reports/{month}')).toBeGreaterThan(20 * latency('/v1/orders'));
  expect(ofType('INTEGRATION_TIMEOUT').length).toBeGreaterThan(10);
  const old = requests.filter((request) => variable('resourcePath')(request) === '/v0/orders').map(timeOf);
  expect(old.filter((time) => time < half).length).toBeGreaterThan(2 * old.filter((time) => time >= half).length);
  expect(Math.max(...old)).toBeLessThan(DEFAULT_TRAFFIC.from + 25 * DAY);
});

test('odd user agents, of those with keys too', () => {
  const agents = new Set(requests.filter((request) => keyOf(request) !== '-').map(variable('identity.userAgent')));
  for (const odd of ['quote', '","status":"200"', '</script>', 'DROP TABLE', '\udcff', 'AAAA']) {
    expect([...agents].some((agent) => agent.includes(odd))).toBe(true);
  }
});

test('every variable is a string', () => {
  expect(requests.flatMap(({ variables }) => Object.values(variables)).filter((value) => typeof value !== 'string')).toEqual([]);
});

test('keys of new customers and of trials are created meanwhile, the others long before', () => {
  const keys = traffic.account.apiKeys as readonly { id: string; createdDate: string }[];
  const created = new Map(keys.map((key) => [key.id, Date.parse(key.createdDate)]));
  const recent = [...created.keys()].filter((id) => created.get(id)! > DEFAULT_TRAFFIC.from - 90 * DAY);
  expect(recent).toEqual(['key-juniper-health', 'key-sorrel-trial']);
  const first = Math.min(...ofKey('key-juniper-health').map(timeOf));
  expect(created.get('key-juniper-health')).toBeGreaterThan(DEFAULT_TRAFFIC.from);
  expect(created.get('key-juniper-health')).toBeLessThan(first);
  expect(first - created.get('key-juniper-health')!).toBeLessThan(3 * DAY);
});
