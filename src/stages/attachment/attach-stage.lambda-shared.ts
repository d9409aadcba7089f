import { AccessLogSetting } from './access-log-setting';
import { Attachment, attachmentOf } from './attachment';
import { Clients } from './clients.lambda-shared';
import { AttachmentEnvironment } from './environment';
import { releaseStage } from './release-stage.lambda-shared';
import { RememberedSetting } from './remembered-setting.lambda-shared';
import { isForeign, verdict } from './rules';
import { StageAccessLog } from './stage-settings.lambda-shared';
import { CustomResourceEvent } from '../../functions/custom-resource-event';
import { logLine } from '../../functions/log-line.lambda-shared';
import { RetryPolicy } from '../../functions/retry-policy';
import { isNotFound } from '../../functions/service-error';
import { emitMetrics } from '../../operations/emit-metric.lambda-shared';

/** Handles an event, and returns the attributes of the custom resource. */
export async function attachStage(
  environment: AttachmentEnvironment, clients: Clients, event: CustomResourceEvent, retryPolicy: RetryPolicy,
): Promise<Record<string, string>> {
  const attachment = attachmentOf(event);
  const accessLog = new StageAccessLog(clients.apiGateway, attachment, retryPolicy);
  const remembered = new RememberedSetting(clients.ssm, environment.parameterPath + attachment.id, retryPolicy);
  if (event.RequestType === 'Delete') {
    await releaseStage(attachment, accessLog, remembered);
    return {};
  }
  const drifted = await attach(attachment, accessLog, remembered);
  emitMetrics(environment.deliveryStreamName, { stageDrift: Number(drifted) });
  return { Drifted: String(drifted) };
}

/** Attaches a stage. Returns whether its access log was changed outside the pipeline and was left as it is. */
async function attach(attachment: Attachment, accessLog: StageAccessLog, remembered: RememberedSetting): Promise<boolean> {
  try {
    const present = await accessLog.read();
    const found = verdict(attachment, present);
    if (found === 'refuse') throw new Error(refusal(attachment, present));
    if (found === 'leave') return drift(attachment, present?.destinationArn ?? 'nowhere');
    if (found === 'keep') return false;
    if (found === 'take' && (present === undefined || isForeign(attachment, present))) await remembered.write(present);
    await accessLog.set(attachment.wanted);
    return false;
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (attachment.mayRefuse) throw new Error(absence(attachment));
    return drift(attachment, 'nowhere, because it was deleted');
  }
}

function drift({ id, wanted }: Attachment, logsTo: string): true {
  logLine('WARN', 'stage_drift', {
    stage: id,
    logsTo,
    wanted: wanted.destinationArn,
    message: 'The access log of the stage was changed outside the pipeline and is left as it is. To replace it, pass { replaceAccessLog: true } to addStage.',
  });
  return true;
}

function absence({ stageName, apiId }: Attachment): string {
  return `This account and region has no stage ${stageName} of an API ${apiId}. Correct the restApi and the stageName of the imported stage.`;
}

function refusal({ stageName, apiId }: Attachment, present: AccessLogSetting | undefined): string {
  return `The stage ${stageName} of API ${apiId} already logs to ${present?.destinationArn}, and a stage has one access log destination. Remove that access log, `
    + 'or pass { replaceAccessLog: true } to addStage, which stores it and restores it when the stage is removed from the pipeline.';
}
