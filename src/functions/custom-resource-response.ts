import { CustomResourceEvent, IncompletePropertiesError } from './custom-resource-event';
import { cutToBytes } from './cut-to-bytes';
import { described, isDenied } from './service-error';

/**
 * The response to CloudFormation.
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
  /** The name of the log event for a failed request. */
  readonly failureEvent: string;
  /** A sentence that says where to look if AWS denied a call. */
  readonly deniedAdvice: string;
  /** The id of the resource. CloudFormation replaces a resource whose id changes. */
  physicalId(event: CustomResourceEvent): string;
  /** A sentence that says what failed. */
  whatFailed(event: CustomResourceEvent): string;
}

/** CloudFormation accepts 4,096 bytes for the whole response, and escaping may double the length of the reason. */
const MAX_REASON_BYTES = 1_024;

export function success(kind: CustomResourceKind, event: CustomResourceEvent, data: Readonly<Record<string, string>>): CustomResourceResponse {
  return { Status: 'SUCCESS', ...identity(kind, event), Data: data };
}

export function failure(kind: CustomResourceKind, event: CustomResourceEvent, error: unknown): CustomResourceResponse {
  // The rollback of a creation that failed because of its properties: there is no resource to delete.
  if (error instanceof IncompletePropertiesError && event.RequestType === 'Delete') return success(kind, event, {});
  const reason = [kind.whatFailed(event), described(error), ...isDenied(error) ? [kind.deniedAdvice] : []].join(' ');
  return { Status: 'FAILED', Reason: cutToBytes(reason.replace(/\p{Cc}+/gu, ' '), MAX_REASON_BYTES), ...identity(kind, event) };
}

function identity(kind: CustomResourceKind, event: CustomResourceEvent) {
  const { StackId, RequestId, LogicalResourceId } = event;
  return { PhysicalResourceId: kind.physicalId(event), StackId, RequestId, LogicalResourceId };
}
