import { AccessLogSetting } from './access-log-setting';
import { attachmentProperties, physicalId } from './attachment-properties';
import { CustomResourceEvent } from '../../functions/custom-resource-event';

/** The access log that one stage is to have. */
export interface Attachment {
  readonly apiId: string;
  readonly stageName: string;
  /** `apiId/stageName`. */
  readonly id: string;
  readonly wanted: AccessLogSetting;
  /** The stage that the resource attached before this update, and the access log that it set. */
  readonly former?: { readonly id: string; readonly setting: AccessLogSetting };
  /** Whether to replace an access log from outside the pipeline. */
  readonly replace: boolean;
  /** True for creations only. A failed update is rolled back by another update, which would fail for the same reason. */
  readonly mayRefuse: boolean;
}

export function attachmentOf(event: CustomResourceEvent): Attachment {
  const properties = attachmentProperties(event.ResourceProperties);
  const old = event.OldResourceProperties;
  return {
    apiId: properties.RestApiId,
    stageName: properties.StageName,
    id: physicalId(event.ResourceProperties),
    wanted: { destinationArn: properties.DestinationArn, format: properties.Format },
    former: old && { id: physicalId(old), setting: { destinationArn: String(old.DestinationArn), format: old.Format } },
    replace: properties.ReplaceAccessLog === 'true',
    mayRefuse: event.RequestType === 'Create',
  };
}
