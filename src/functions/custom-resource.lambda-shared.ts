import { CustomResourceEvent } from './custom-resource-event';
import { CustomResourceKind, CustomResourceResponse, failure, success } from './custom-resource-response';
import { deliver, TRIES_MS } from './deliver.lambda-shared';
import { LambdaContext } from './lambda-context';
import { logLine } from './log-line.lambda-shared';
import { RetryPolicy } from './retry-policy';
import { described } from './service-error';

/** Handles an event, for as long as the retry policy allows, and returns the attributes of the resource. */
export type CustomResourceWork = (event: CustomResourceEvent, retryPolicy: RetryPolicy) => Promise<Record<string, string>>;

/**
 * The handler of a custom resource. It always responds to CloudFormation: it catches errors, and stops the work while there
 * is time left to respond.
 */
export function customResourceHandler(
  kind: CustomResourceKind, work: CustomResourceWork, retryPolicyOf = (outOfTime: AbortSignal) => new RetryPolicy(outOfTime),
) {
  return async (event: CustomResourceEvent, context: LambdaContext): Promise<void> => {
    const outOfTime = new AbortController();
    const timer = setTimeout(() => outOfTime.abort(), context.getRemainingTimeInMillis() - TRIES_MS);
    try {
      await deliver(event.ResponseURL, await responseTo(kind, event, () => work(event, retryPolicyOf(outOfTime.signal))));
    } finally {
      clearTimeout(timer);
    }
  };
}

async function responseTo(
  kind: CustomResourceKind, event: CustomResourceEvent, work: () => Promise<Record<string, string>>,
): Promise<CustomResourceResponse> {
  try {
    return success(kind, event, await work());
  } catch (error) {
    logLine('ERROR', kind.failureEvent, { requestType: event.RequestType, logicalId: event.LogicalResourceId, error: described(error) });
    return failure(kind, event, error);
  }
}
