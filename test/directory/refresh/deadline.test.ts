import { eachWithAws } from './each-with-aws';
import { FakeAws } from './fake-aws';
import { mostInASecond } from './most-in-a-second';
import { ENVIRONMENT } from './samples';
import { TokenBucket } from './token-bucket';
import { connect } from '../../../src/directory/refresh/clients.lambda-shared';
import { RateLimiter } from '../../../src/directory/refresh/rate-limiter';
import { snapshotHandler } from '../../../src/directory/refresh/take-snapshot.lambda-shared';
import { FakeResponse, json } from '../../support/fake-service';

/* After its deadline a run makes no call, writes nothing, and leaves the next run of its container alone. */
const API_KEYS = 'usage/directory/api_keys/api_keys.ndjson';

let aws: FakeAws;
let stdout: () => string;

eachWithAws((started, printed) => {
  aws = started;
  stdout = printed;
});

/** One warm container. Its runs have so many milliseconds until their deadline. */
function container(rateLimiter = new RateLimiter(10_000)) {
  const handler = snapshotHandler(ENVIRONMENT, connect(rateLimiter));
  return (milliseconds = 60_000) => handler({}, { getRemainingTimeInMillis: () => 1_000 + milliseconds });
}

interface Held {
  readonly arrived: Promise<void>;
  readonly letGo: (response?: FakeResponse) => void;
}

/** Holds the first request for a path until it is let go. */
function hold(heldPath: string): Held {
  let arrive = () => {};
  let letGo: Held['letGo'] = () => {};
  const arrived = new Promise<void>((resolve) => { arrive = resolve; });
  const response = new Promise<FakeResponse | undefined>((resolve) => { letGo = resolve; });
  aws.intercept = (path, { method }) => {
    if (`${method} ${path}` !== heldPath) return undefined;
    aws.intercept = () => undefined;
    arrive();
    return response;
  };
  return { arrived, letGo };
}

const moment = () => new Promise((later) => setTimeout(later, 300));

test('an answer that comes after the deadline does not write over the objects of the next run', async () => {
  const run = container();
  const { arrived, letGo } = hold('GET /apikeys');
  await expect(run(1_000)).rejects.toThrow('The run did not end within 1 seconds');
  await arrived;
  aws.controlPlane.apiKeys = [{ id: 'key-1', name: 'Renamed' }];
  await run();
  const [written, arrivals] = [[...aws.objects], aws.arrivals.length];
  letGo(json({ item: [{ id: 'key-1', name: 'Former name' }] }));
  await moment();
  expect([...aws.objects]).toEqual(written);
  expect(written.find(([key]) => key === API_KEYS)![1].body).toContain('Renamed');
  expect(aws.arrivals).toHaveLength(arrivals);
  expect(aws.puts).toHaveLength(5);
});

test.each(['HEAD', 'PUT'])('nothing is written after the deadline that comes between two objects, at a %s', async (method) => {
  const run = container();
  const { arrived, letGo } = hold(`${method} /bucket/${API_KEYS}`);
  const ended = expect(run(1_000)).rejects.toThrow('The run did not end within 1 seconds');
  await arrived;
  await ended;
  letGo();
  await moment();
  expect(aws.puts.filter((key) => key !== API_KEYS)).toEqual([]);
});

test('a run that begins while the previous one is being aborted keeps the rate, and the previous run makes no further call', async () => {
  const plans = Array.from({ length: 12 }, (_, index) => ({ id: `plan-${index}`, name: `Plan ${index}` }));
  aws.controlPlane.usagePlans = plans;
  aws.controlPlane.usagePlanKeys = Object.fromEntries(plans.map(({ id }) => [id, []]));
  const run = container(new RateLimiter(5));
  await expect(run(1_500)).rejects.toThrow();
  const before = aws.arrivals.length;
  expect(before).toBeLessThan(12);
  await run();
  await new Promise((later) => setTimeout(later, 1_500));
  expect(aws.arrivals).toHaveLength(before + 12 + 3);
  expect(mostInASecond(aws.arrivals)).toBeLessThanOrEqual(5);
}, 20_000);

test('a run that API Gateway throttles until its deadline says so', async () => {
  aws.throttle = new TokenBucket(0.1, 2);
  await expect(container()(2_000)).rejects.toThrow(/because API Gateway throttled \d+ of \d+ calls\. .* longer directoryRefreshInterval/);
  expect(stdout()).toContain('"DirectoryFailures":1');
  expect(stdout()).not.toContain('more usage plans and APIs');
});

test('throttling in an earlier run is not the reason of a later one', async () => {
  const run = container();
  aws.throttle = new TokenBucket(0.1, 2);
  await expect(run(1_000)).rejects.toThrow('throttled');
  aws.throttle = new TokenBucket(10_000, 10_000);
  hold('GET /apikeys');
  await expect(run(1_000)).rejects.toThrow(/^(?!.*throttled)The run did not end/);
});
