import { FakeGlue } from './fake-glue';
import { functionEnvironment } from './glue';
import { RegistrationEnvironment } from '../../../src/catalog/registration/environment';
import { registrationHandler } from '../../../src/catalog/registration/handler.lambda-shared';
import { CustomResourceEvent } from '../../../src/functions/custom-resource-event';
import { TRIES_MS } from '../../../src/functions/deliver.lambda-shared';
import { RetryPolicy } from '../../../src/functions/retry-policy';

/** The event that CloudFormation sends, without the place for the response. */
export function deploymentEvent(RequestType: CustomResourceEvent['RequestType'] = 'Update'): Omit<CustomResourceEvent, 'ResponseURL'> {
  return {
    RequestType,
    StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/usage/1',
    RequestId: 'request-1',
    LogicalResourceId: 'UsageCatalogRegistration',
    ...RequestType !== 'Create' && { PhysicalResourceId: 'UsageCatalogRegistration' },
    ResourceProperties: { DatabaseName: 'usage', TableName: 'logs' },
  };
}

/** The event that EventBridge sends. */
export function scheduledEvent(time: number) {
  return { 'detail-type': 'Scheduled Event', 'source': 'aws.events', 'time': new Date(time).toISOString(), 'detail': {} };
}

/** Calls the handler in this process, which waits for milliseconds where Lambda waits for seconds. */
export async function call(
  glue: FakeGlue, event: object | undefined, changes: Partial<RegistrationEnvironment> = {}, milliseconds = 60_000,
): Promise<void> {
  Object.assign(process.env, functionEnvironment(glue, changes));
  const handler = registrationHandler((outOfTime) => new RetryPolicy(outOfTime, { first: 1, longest: 8, propagation: 500 }));
  await handler(event as CustomResourceEvent, { getRemainingTimeInMillis: () => TRIES_MS + milliseconds });
}

export const deployed = (glue: FakeGlue, event: object) => ({ ...event, ResponseURL: `${glue.url}/response` });
