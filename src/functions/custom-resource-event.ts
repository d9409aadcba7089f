/**
 * What CloudFormation sends to the function of a custom resource.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export interface CustomResourceEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  /** The address for the response. It must not be logged, because it is signed: anyone who has it can respond. */
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: CustomResourceProperties;
  readonly OldResourceProperties?: CustomResourceProperties;
}

/** CloudFormation sends every value as text. */
export type CustomResourceProperties = Readonly<Record<string, string | undefined>>;

/** A required property is missing. */
export class IncompletePropertiesError extends Error {}
