import { ENVIRONMENT } from './events';
import { FakeControlPlane } from './fake-control-plane';
import { Answer } from '../../../src/source/attachment/answer';
import { attachStage } from '../../../src/source/attachment/attach-stage.lambda-shared';
import { connect } from '../../../src/source/attachment/clients.lambda-shared';
import { CustomResourceEvent } from '../../../src/source/attachment/custom-resource-event';
import { customResourceHandler } from '../../../src/source/attachment/custom-resource.lambda-shared';
import { TRIES_MS } from '../../../src/source/attachment/deliver.lambda-shared';
import { Patience, Waits } from '../../../src/source/attachment/patience';

const HASTE: Waits = { first: 1, longest: 8, denied: 2_000 };

/** Calls the handler in this process, which waits for milliseconds where Lambda waits for seconds. */
export async function call(fake: FakeControlPlane, event: Omit<CustomResourceEvent, 'ResponseURL'>, milliseconds = 60_000, waits = HASTE): Promise<Answer> {
  Object.assign(process.env, fake.environment);
  const handler = customResourceHandler(
    (asked, patience) => attachStage(ENVIRONMENT, connect(), asked, patience),
    (outOfTime) => new Patience(outOfTime, waits),
  );
  await handler({ ...event, ResponseURL: `${fake.url}/answer` }, { getRemainingTimeInMillis: () => TRIES_MS + milliseconds });
  return JSON.parse(fake.answers.at(-1)!.body) as Answer;
}
