import { physicalId } from './attachment-properties';
import { CustomResourceKind } from '../../functions/custom-resource-response';

/** How the custom resource of an attachment identifies itself and describes its failures. */
export const ATTACHMENT_RESOURCE: CustomResourceKind = {
  failureEvent: 'attachment_failed',
  physicalId: ({ ResourceProperties }) => physicalId(ResourceProperties),
  whatFailed: ({ RequestType, ResourceProperties }) =>
    `The access log of stage ${physicalId(ResourceProperties)} could not be ${RequestType === 'Delete' ? 'restored' : 'set'}.`,
  deniedAdvice: 'Look for a permissions boundary or a service control policy that denies it.',
};
