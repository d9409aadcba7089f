/**
 * What CloudFormation sends to the function of a custom resource.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export interface CustomResourceEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  /** Where the answer goes. It carries a signature: whoever has it can answer, so that it is never printed. */
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Properties;
  readonly OldResourceProperties?: Properties;
}

/** CloudFormation sends every value as text. */
type Properties = Readonly<Record<string, string | undefined>>;

/** The properties of `Custom::ApiGatewayAccessLog`, a public contract. */
export interface AttachmentProperties {
  readonly RestApiId: string;
  readonly StageName: string;
  readonly DestinationArn: string;
  readonly Format: string;
  readonly ReplaceAccessLog?: string;
}

const REQUIRED = ['RestApiId', 'StageName', 'DestinationArn', 'Format'] as const satisfies (keyof AttachmentProperties)[];

/** Properties that no stage can be attached with. */
export class IncompletePropertiesError extends Error {}

export function attachmentProperties(properties: Properties): AttachmentProperties {
  const missing = REQUIRED.filter((name) => !properties[name]);
  if (missing.length > 0) throw new IncompletePropertiesError(`Custom::ApiGatewayAccessLog needs the properties ${REQUIRED.join(', ')}; missing: ${missing.join(', ')}.`);
  return properties as unknown as AttachmentProperties;
}

/** The physical id of an attachment: the same for the same stage, whatever becomes of it. */
export function physicalId({ RestApiId, StageName }: Properties): string {
  return `${RestApiId}/${StageName}`;
}
