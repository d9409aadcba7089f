import { CustomResourceEvent, IncompletePropertiesError, physicalId } from './custom-resource-event';
import { described, isDenied } from './service-error';
import { cutToBytes } from '../../enrichment/cut-to-bytes';

/**
 * What CloudFormation is told.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
 */
export interface CustomResourceResponse {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly Data?: Readonly<Record<string, string>>;
}

/** CloudFormation takes 4,096 bytes for the whole answer, in which a character of the reason may be escaped into two. */
const MAX_REASON_BYTES = 1_024;

export function success(event: CustomResourceEvent, data: Readonly<Record<string, string>>): CustomResourceResponse {
  return { Status: 'SUCCESS', ...identity(event), Data: data };
}

export function failure(event: CustomResourceEvent, error: unknown): CustomResourceResponse {
  // What never was attached is nothing that could be taken away: a creation that failed for its properties is rolled back.
  if (error instanceof IncompletePropertiesError && event.RequestType === 'Delete') return success(event, {});
  return { Status: 'FAILED', Reason: cutToBytes(reason(event, error).replace(/\p{Cc}+/gu, ' '), MAX_REASON_BYTES), ...identity(event) };
}

function reason(event: CustomResourceEvent, error: unknown): string {
  const done = event.RequestType === 'Delete' ? 'given back' : 'set';
  const advice = isDenied(error) ? ' Look for a permissions boundary or a service control policy that denies it.' : '';
  return `The access log of stage ${physicalId(event.ResourceProperties)} could not be ${done}. ${described(error)}${advice}`;
}

function identity({ ResourceProperties, StackId, RequestId, LogicalResourceId }: CustomResourceEvent) {
  return { PhysicalResourceId: physicalId(ResourceProperties), StackId, RequestId, LogicalResourceId };
}
