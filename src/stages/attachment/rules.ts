import { AccessLogSetting, sameSetting } from './access-log-setting';
import { Attachment } from './attachment';

/**
 * What becomes of a stage:
 * `keep`, it is as wanted; `set`, what it has is ours to change; `take`, what it has is not ours, and is remembered;
 * `leave`, what it has is somebody else's, and stays; `refuse`, the same, and whoever asked is told by a failure.
 */
export type Verdict = 'keep' | 'set' | 'take' | 'leave' | 'refuse';

/** What becomes of a stage that has this setting, or none, when an attachment is created or updated. */
export function verdict(attachment: Attachment, present: AccessLogSetting | undefined): Verdict {
  if (present && sameSetting(present, attachment.wanted)) return 'keep';
  if (present && isOurs(attachment, present)) return 'set';
  if (attachment.replace) return 'take';
  // Who switched the access log of an attached stage off meant it.
  if (present === undefined && !wasAttached(attachment)) return 'take';
  return attachment.mayRefuse ? 'refuse' : 'leave';
}

/** Whether a setting is to be remembered: one that points at us has nothing that anybody would want back. */
export function isForeign({ wanted, former }: Attachment, { destinationArn }: AccessLogSetting): boolean {
  return destinationArn !== wanted.destinationArn && destinationArn !== former?.setting.destinationArn;
}

function wasAttached({ id, former }: Attachment): boolean {
  return former?.id === id;
}

function isOurs(attachment: Attachment, present: AccessLogSetting): boolean {
  const { wanted, former } = attachment;
  // Before we attach a stage, nobody can have changed our setting of it.
  if (!former || !wasAttached(attachment)) return present.destinationArn === wanted.destinationArn;
  // A stream that is replaced is about to be deleted: a stage must leave it, whatever became of the format.
  const leaving = former.setting.destinationArn !== wanted.destinationArn && present.destinationArn === former.setting.destinationArn;
  return leaving || sameSetting(present, former.setting);
}
