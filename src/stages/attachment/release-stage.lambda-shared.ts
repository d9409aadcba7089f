import { AccessLogSetting } from './access-log-setting';
import { Attachment } from './attachment';
import { RememberedSetting } from './remembered-setting.lambda-shared';
import { StageAccessLog } from './stage-settings.lambda-shared';
import { logLine } from '../../functions/log-line.lambda-shared';
import { OutOfTimeError } from '../../functions/retry-policy';
import { described, isNotFound } from '../../functions/service-error';

/**
 * Restores the access log that a stage had before it was attached, if the stage still logs to the stream. A stage that is
 * gone needs nothing.
 *
 * The previous access log is read before the stage, because Lambda may run two deliveries of one event at once: if the
 * other one has restored the stage and forgotten the setting, this one then finds that the stage logs elsewhere.
 */
export async function releaseStage({ id, wanted }: Attachment, accessLog: StageAccessLog, remembered: RememberedSetting): Promise<void> {
  const before = await remembered.read();
  try {
    await restore(id, wanted.destinationArn, before, accessLog);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  await remembered.forget();
}

/** The format does not matter: the stream is about to be deleted, and no stage may keep logging to it. */
async function restore(stage: string, ours: string, before: AccessLogSetting | undefined, accessLog: StageAccessLog): Promise<void> {
  try {
    await accessLog.replaceIfTo(ours, before);
  } catch (error) {
    if (before === undefined || isNotFound(error) || error instanceof OutOfTimeError) throw error;
    logLine('WARN', 'old_access_log_refused', {
      stage, before, refusal: described(error), message: 'API Gateway rejected the previous access log of the stage. The stage has no access log now.',
    });
    await accessLog.replaceIfTo(ours, undefined);
  }
}
