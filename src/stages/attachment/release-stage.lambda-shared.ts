import { AccessLogSetting } from './access-log-setting';
import { Attachment } from './attachment';
import { RememberedSetting } from './remembered-setting.lambda-shared';
import { StageAccessLog } from './stage-settings.lambda-shared';
import { logLine } from '../../functions/log-line.lambda-shared';
import { OutOfTimeError } from '../../functions/retry-policy';
import { described, isNotFound } from '../../functions/service-error';

/** Gives a stage back, if it is still ours, with the access log that it had before. A stage that is gone needs nothing. */
export async function releaseStage({ id, wanted }: Attachment, accessLog: StageAccessLog, remembered: RememberedSetting): Promise<void> {
  try {
    const present = await accessLog.read();
    // The format does not matter: the stream is about to be deleted, and no stage may go on logging to it.
    if (present?.destinationArn === wanted.destinationArn) await putBack(id, await remembered.read(), accessLog);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  await remembered.forget();
}

async function putBack(stage: string, before: AccessLogSetting | undefined, accessLog: StageAccessLog): Promise<void> {
  if (before === undefined) return accessLog.remove();
  try {
    await accessLog.set(before);
  } catch (error) {
    if (isNotFound(error) || error instanceof OutOfTimeError) throw error;
    logLine('WARN', 'old_access_log_refused', {
      stage, before, refusal: described(error), message: 'API Gateway does not take the old access log back: the stage has none now.',
    });
    await accessLog.remove();
  }
}
