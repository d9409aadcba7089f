import { AccessLogSetting, sameSetting } from './access-log-setting';
import { Attachment } from './attachment';

/**
 * What to do with the access log of a stage:
 * `keep`: it is already as wanted;
 * `set`: the pipeline set the present one, and replaces it;
 * `take`: another owner set the present one; store it and replace it;
 * `leave`: another owner set the present one; leave it and report drift;
 * `refuse`: another owner set the present one; leave it and fail.
 */
export type Verdict = 'keep' | 'set' | 'take' | 'leave' | 'refuse';

/** The verdict on a stage with this access log, or with none, when an attachment is created or updated. */
export function verdict(attachment: Attachment, present: AccessLogSetting | undefined): Verdict {
  if (present && sameSetting(present, attachment.wanted)) return 'keep';
  if (present && isOurs(attachment, present)) return 'set';
  if (attachment.replace) return 'take';
  // Removing the access log of an attached stage is a change by its owner.
  if (present === undefined && !wasAttached(attachment)) return 'take';
  return attachment.mayRefuse ? 'refuse' : 'leave';
}

/** Whether to store a setting. A setting with a stream of this pipeline is not restored, so it is not stored. */
export function isForeign({ wanted, former }: Attachment, { destinationArn }: AccessLogSetting): boolean {
  return destinationArn !== wanted.destinationArn && destinationArn !== former?.setting.destinationArn;
}

function wasAttached({ id, former }: Attachment): boolean {
  return former?.id === id;
}

function isOurs(attachment: Attachment, present: AccessLogSetting): boolean {
  const { wanted, former } = attachment;
  // A stage that was not attached before has no setting of this pipeline that an owner can have changed.
  if (!former || !wasAttached(attachment)) return present.destinationArn === wanted.destinationArn;
  // A replaced stream is about to be deleted, so a stage must leave it even if its format was changed.
  const leaving = former.setting.destinationArn !== wanted.destinationArn && present.destinationArn === former.setting.destinationArn;
  return leaving || sameSetting(present, former.setting);
}
