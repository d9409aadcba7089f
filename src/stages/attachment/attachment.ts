import { AccessLogSetting } from './access-log-setting';
import { attachmentProperties, physicalId } from './attachment-properties';
import { CustomResourceEvent } from '../../functions/custom-resource-event';

/** What is asked for: that one stage logs in one way. */
export interface Attachment {
  readonly apiId: string;
  readonly stageName: string;
  /** `apiId/stageName`. */
  readonly id: string;
  readonly wanted: AccessLogSetting;
  /** The stage that the resource attached before this update, and what it set. */
  readonly former?: { readonly id: string; readonly setting: AccessLogSetting };
  /** Whether another setting is replaced. */
  readonly replace: boolean;
  /** Only a creation may refuse: an update that fails is rolled back by another update, which fails for the same cause. */
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
