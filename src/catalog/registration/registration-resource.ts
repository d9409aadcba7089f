import { CustomResourceKind } from '../../functions/custom-resource-response';

/** How the custom resource of the registration identifies itself and describes its failures. */
export const REGISTRATION_RESOURCE: CustomResourceKind = {
  failureEvent: 'registration_not_started',
  physicalId: ({ LogicalResourceId }) => LogicalResourceId,
  whatFailed: () => 'The function that registers partitions could not run.',
  deniedAdvice: 'Look for a permissions boundary or a service control policy that denies it.',
};
