import { ENVIRONMENT } from './events';
import { FakeControlPlane } from './fake-control-plane';
import { attachStage } from '../../../src/stages/attachment/attach-stage.lambda-shared';
import { connect } from '../../../src/stages/attachment/clients.lambda-shared';
import { CustomResourceEvent } from '../../../src/stages/attachment/custom-resource-event';
import { CustomResourceResponse } from '../../../src/stages/attachment/custom-resource-response';
import { customResourceHandler } from '../../../src/stages/attachment/custom-resource.lambda-shared';
import { TRIES_MS } from '../../../src/stages/attachment/deliver.lambda-shared';
import { RetryPolicy, Waits } from '../../../src/stages/attachment/retry-policy';

const HASTE: Waits = { first: 1, longest: 8, denied: 2_000 };

/** Calls the handler in this process, which waits for milliseconds where Lambda waits for seconds. */
export async function call(fake: FakeControlPlane, event: Omit<CustomResourceEvent, 'ResponseURL'>, milliseconds = 60_000, waits = HASTE): Promise<CustomResourceResponse> {
  Object.assign(process.env, fake.environment);
  const handler = customResourceHandler(
    (asked, retryPolicy) => attachStage(ENVIRONMENT, connect(), asked, retryPolicy),
    (outOfTime) => new RetryPolicy(outOfTime, waits),
  );
  await handler({ ...event, ResponseURL: `${fake.url}/answer` }, { getRemainingTimeInMillis: () => TRIES_MS + milliseconds });
  return JSON.parse(fake.answers.at(-1)!.body) as CustomResourceResponse;
}
