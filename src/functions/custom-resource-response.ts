import { CustomResourceEvent, IncompletePropertiesError } from './custom-resource-event';
import { cutToBytes } from './cut-to-bytes';
import { described, isDenied } from './service-error';

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

/** How one kind of custom resource identifies itself and describes its failures. */
export interface CustomResourceKind {
  /** The event in the function's log that says that a request failed. */
  readonly failureEvent: string;
  /** A sentence that says where to look when AWS denied a call. */
  readonly deniedAdvice: string;
  /** The id of the resource. CloudFormation replaces a resource whose id changes. */
  physicalId(event: CustomResourceEvent): string;
  /** A sentence that says what could not be done. */
  whatFailed(event: CustomResourceEvent): string;
}

/** CloudFormation takes 4,096 bytes for the whole response, in which a character of the reason may be escaped into two. */
const MAX_REASON_BYTES = 1_024;

export function success(kind: CustomResourceKind, event: CustomResourceEvent, data: Readonly<Record<string, string>>): CustomResourceResponse {
  return { Status: 'SUCCESS', ...identity(kind, event), Data: data };
}

export function failure(kind: CustomResourceKind, event: CustomResourceEvent, error: unknown): CustomResourceResponse {
  // A resource that was never made has nothing to delete: this is the rollback of a creation that failed for its properties.
  if (error instanceof IncompletePropertiesError && event.RequestType === 'Delete') return success(kind, event, {});
  const reason = [kind.whatFailed(event), described(error), ...isDenied(error) ? [kind.deniedAdvice] : []].join(' ');
  return { Status: 'FAILED', Reason: cutToBytes(reason.replace(/\p{Cc}+/gu, ' '), MAX_REASON_BYTES), ...identity(kind, event) };
}

function identity(kind: CustomResourceKind, event: CustomResourceEvent) {
  const { StackId, RequestId, LogicalResourceId } = event;
  return { PhysicalResourceId: kind.physicalId(event), StackId, RequestId, LogicalResourceId };
}
