import { ENVIRONMENT } from './events';
import { FakeControlPlane } from './fake-control-plane';
import { CustomResourceEvent } from '../../../src/functions/custom-resource-event';
import { CustomResourceResponse } from '../../../src/functions/custom-resource-response';
import { customResourceHandler } from '../../../src/functions/custom-resource.lambda-shared';
import { TRIES_MS } from '../../../src/functions/deliver.lambda-shared';
import { RetryPolicy, Waits } from '../../../src/functions/retry-policy';
import { attachStage } from '../../../src/stages/attachment/attach-stage.lambda-shared';
import { ATTACHMENT_RESOURCE } from '../../../src/stages/attachment/attachment-resource';
import { connect } from '../../../src/stages/attachment/clients.lambda-shared';

const HASTE: Waits = { first: 1, longest: 8, propagation: 2_000 };

/** Calls the handler in this process, which waits for milliseconds where Lambda waits for seconds. */
export async function call(fake: FakeControlPlane, event: Omit<CustomResourceEvent, 'ResponseURL'>, milliseconds = 60_000, waits = HASTE): Promise<CustomResourceResponse> {
  Object.assign(process.env, fake.environment);
  const handler = customResourceHandler(
    ATTACHMENT_RESOURCE,
    (asked, retryPolicy) => attachStage(ENVIRONMENT, connect(), asked, retryPolicy),
    (outOfTime) => new RetryPolicy(outOfTime, waits),
  );
  await handler({ ...event, ResponseURL: `${fake.url}/answer` }, { getRemainingTimeInMillis: () => TRIES_MS + milliseconds });
  return JSON.parse(fake.answers.at(-1)!.body) as CustomResourceResponse;
}
