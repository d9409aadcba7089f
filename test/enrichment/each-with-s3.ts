import { Clock } from './clock';
import { FakeS3 } from './fake-s3';
import { SNAPSHOT } from './snapshots';

/** Starts S3 with the sample snapshot before each test, and a clock that the test moves. */
export function eachWithS3(use: (s3: FakeS3, clock: Clock) => void): void {
  let s3: FakeS3;

  beforeEach(async () => {
    const clock = new Clock();
    s3 = await FakeS3.start();
    s3.content = JSON.stringify(SNAPSHOT);
    use(s3, clock);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await s3.stop();
  });
}
