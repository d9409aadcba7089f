import { CustomResourceEvent } from './custom-resource-event';
import { CustomResourceResponse, failure, success } from './custom-resource-response';
import { deliver, TRIES_MS } from './deliver.lambda-shared';
import { logLine } from './log.lambda-shared';
import { RetryPolicy } from './retry-policy';
import { described } from './service-error';

/** What Lambda says of the time that is left. */
export interface CallContext {
  getRemainingTimeInMillis(): number;
}

/** Does what an event asks for, as long as the retry policy allows, and gives the resource's attributes. */
export type CustomResourceWork = (event: CustomResourceEvent, retryPolicy: RetryPolicy) => Promise<Record<string, string>>;

/**
 * The handler of a custom resource: whatever the work throws, and however long it takes, CloudFormation is answered. The
 * work ends, done or not, while there is time left to say so.
 */
export function customResourceHandler(work: CustomResourceWork, retryPolicyOf = (outOfTime: AbortSignal) => new RetryPolicy(outOfTime)) {
  return async (event: CustomResourceEvent, context: CallContext): Promise<void> => {
    const outOfTime = new AbortController();
    const timer = setTimeout(() => outOfTime.abort(), context.getRemainingTimeInMillis() - TRIES_MS);
    try {
      await deliver(event.ResponseURL, await answerTo(event, () => work(event, retryPolicyOf(outOfTime.signal))));
    } finally {
      clearTimeout(timer);
    }
  };
}

async function answerTo(event: CustomResourceEvent, work: () => Promise<Record<string, string>>): Promise<CustomResourceResponse> {
  try {
    return success(event, await work());
  } catch (error) {
    logLine('ERROR', 'attachment_failed', { requestType: event.RequestType, logicalId: event.LogicalResourceId, error: described(error) });
    return failure(event, error);
  }
}
