import { FakeAws } from './fake-aws';
import { sampleControlPlane } from './samples';
import { TokenBucket } from './token-bucket';
import { catchStandardOutput } from '../../support/standard-output';

/** Starts the sample account before each test, with a throttle that no test reaches, and catches what the function prints. */
export function eachWithAws(use: (aws: FakeAws, stdout: () => string) => void): void {
  let aws: FakeAws;

  beforeEach(async () => {
    aws = await FakeAws.start(sampleControlPlane());
    aws.throttle = new TokenBucket(10_000, 10_000);
    Object.assign(process.env, aws.environment);
    use(aws, catchStandardOutput());
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await aws.stop();
  });
}
