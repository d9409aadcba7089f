import { CustomResourceProperties, IncompletePropertiesError } from '../../functions/custom-resource-event';

/** The properties of `Custom::ApiGatewayAccessLog`, a public contract. */
export interface AttachmentProperties {
  readonly RestApiId: string;
  readonly StageName: string;
  readonly DestinationArn: string;
  readonly Format: string;
  readonly ReplaceAccessLog?: string;
}

const REQUIRED = ['RestApiId', 'StageName', 'DestinationArn', 'Format'] as const satisfies (keyof AttachmentProperties)[];

export function attachmentProperties(properties: CustomResourceProperties): AttachmentProperties {
  const missing = REQUIRED.filter((name) => !properties[name]);
  if (missing.length > 0) throw new IncompletePropertiesError(`Custom::ApiGatewayAccessLog requires the properties ${REQUIRED.join(', ')}; missing: ${missing.join(', ')}.`);
  return properties as unknown as AttachmentProperties;
}

/** The physical id of an attachment, which is always the same for the same stage. */
export function physicalId({ RestApiId, StageName }: CustomResourceProperties): string {
  return `${RestApiId}/${StageName}`;
}
