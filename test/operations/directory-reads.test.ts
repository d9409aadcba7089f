import { readFileSync } from 'fs';
import { join } from 'path';
import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CALLS_PER_SECOND } from '../../src/directory/refresh/call-limits';
import { connect } from '../../src/directory/refresh/clients.lambda-shared';
import { RateLimiter } from '../../src/directory/refresh/rate-limiter';
import { snapshotHandler } from '../../src/directory/refresh/take-snapshot.lambda-shared';
import { SNAPSHOT_REFRESH_MS } from '../../src/enrichment/directory-source';
import { FakeAws } from '../directory/refresh/fake-aws';
import { ENVIRONMENT, logsTo } from '../directory/refresh/samples';
import { TokenBucket } from '../directory/refresh/token-bucket';
import { pipeline } from '../support/app';
import { catchStandardOutput } from '../support/standard-output';
import { propertiesOf } from '../support/template';

/* The numbers of the page, from a run against an account of that size. */
const PAGE = readFileSync(join(__dirname, '../../docs/directory-reads.md'), 'utf8');
const SMALL = { plans: 20, apis: 5 };
const LARGE = { plans: 300, apis: 30 };
const INTERVALS: readonly [string, Duration][] = [
  ['1 minute', Duration.minutes(1)], ['5 minutes (default)', Duration.minutes(5)], ['15 minutes', Duration.minutes(15)],
  ['1 hour', Duration.hours(1)], ['1 day', Duration.days(1)],
];
const DAYS = 30;

afterEach(() => jest.restoreAllMocks());

/** The calls of one run in an account with so many usage plans and APIs, a key in each plan. */
async function callsOf({ plans, apis }: typeof SMALL): Promise<number> {
  catchStandardOutput();
  const names = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, name: `${prefix}${index}` }));
  const aws = await FakeAws.start({
    restApis: names(apis, 'api'),
    stages: Object.fromEntries(names(apis, 'api').map(({ id }) => [id, [{ stageName: 'prod', accessLogSettings: logsTo(ENVIRONMENT.deliveryStreamName) }]])),
    usagePlans: names(plans, 'plan').map((plan, index) => ({ ...plan, apiStages: [{ apiId: `api${index % apis}`, stage: 'prod' }] })),
    usagePlanKeys: Object.fromEntries(names(plans, 'plan').map(({ id }, index) => [id, [{ id: `key${index}` }]])),
    apiKeys: names(plans, 'key'),
  });
  aws.throttle = new TokenBucket(10_000, 10_000);
  Object.assign(process.env, aws.environment);
  await snapshotHandler({ ...ENVIRONMENT, scope: 'pipeline' }, connect(new RateLimiter(10_000)))({}, { getRemainingTimeInMillis: () => 60_000 });
  await aws.stop();
  return aws.arrivals.length;
}

const secondsOf = (calls: number) => calls / CALLS_PER_SECOND;
const readsOf = (calls: number, interval: Duration) => calls * DAYS * Duration.days(1).toSeconds() / interval.toSeconds();

function age(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${hours > 0 ? `${hours} h ` : ''}${minutes} min ${rest} s`;
}

function cells(calls: number, interval: Duration): string {
  const seconds = secondsOf(calls);
  if (seconds > interval.toSeconds()) return 'not possible | ';
  const oldest = Math.round(interval.toSeconds() + seconds + SNAPSHOT_REFRESH_MS / 1000);
  return `${age(oldest)} | ${readsOf(calls, interval).toLocaleString('en')} `;
}

test('the oldest name and the reads of a month, for each interval', async () => {
  const [small, large] = [await callsOf(SMALL), await callsOf(LARGE)];
  const rows = INTERVALS.map(([name, interval]) => `| ${name} | ${cells(small, interval)}| ${cells(large, interval)}|`);
  expect(PAGE.match(/^\| 1 [\s\S]*?\n\n/m)![0].trim().split('\n')).toEqual(rows);
  expect(PAGE).toContain(`300 plans take ${Math.round(secondsOf(large))} seconds`);
}, 60_000);

test('the page has the cost of reading a large account at the default interval', async () => {
  const calls = await callsOf(LARGE);
  const reads = readsOf(calls, Duration.minutes(5));
  const template = Template.fromStack(pipeline().stack);
  const { MemorySize } = propertiesOf(template, 'AWS::Lambda::Function', 'UsageDirectory');
  const units: Record<string, number> = {
    '100,000 events': reads / 100_000,
    '1,000,000 events': reads / 1_000_000,
    'GB-second': reads / CALLS_PER_SECOND * Number(MemorySize) / 1024,
  };
  const rows = [...PAGE.matchAll(/\| \$([\d.]+) per ([^|]+) \| (\$[\d.]+) \|/g)];
  expect(rows.map(([, price, unit]) => `$${(Number(price) * units[unit]).toFixed(2)}`)).toEqual(rows.map(([, , , cost]) => cost));
  expect(rows).toHaveLength(3);
  expect(PAGE).toContain(`costs of ${reads.toLocaleString('en')} reads`);
}, 60_000);

test('the schedule of the default is the one that the page names', () => {
  expect(propertiesOf(Template.fromStack(pipeline().stack), 'AWS::Events::Rule', 'UsageDirectory').ScheduleExpression).toBe('rate(5 minutes)');
});
