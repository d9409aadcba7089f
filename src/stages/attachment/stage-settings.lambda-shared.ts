import { APIGatewayClient, GetStageCommand, PatchOperation, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { AccessLogSetting } from './access-log-setting';
import { Attachment } from './attachment';
import { RetryPolicy } from '../../functions/retry-policy';

/**
 * The access log of one stage in API Gateway. Changes take effect without a deployment of the API.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html
 */
export class StageAccessLog {
  private readonly stage: { readonly restApiId: string; readonly stageName: string };

  constructor(private readonly apiGateway: APIGatewayClient, { apiId, stageName }: Attachment, private readonly retryPolicy: RetryPolicy) {
    this.stage = { restApiId: apiId, stageName };
  }

  public async read(): Promise<AccessLogSetting | undefined> {
    return this.retryPolicy.call((abortSignal) => this.present(abortSignal));
  }

  public async set(setting: AccessLogSetting): Promise<void> {
    await this.retryPolicy.call((abortSignal) => this.update(setting, abortSignal));
  }

  /**
   * Sets the access log, or removes it, if it goes to a destination. Each attempt reads the stage first, because another
   * delivery of the same event, or the owner of the stage, may have changed it in the meantime.
   */
  public async replaceIfTo(destinationArn: string, setting: AccessLogSetting | undefined): Promise<void> {
    await this.retryPolicy.call(async (abortSignal) => {
      const present = await this.present(abortSignal);
      if (present?.destinationArn === destinationArn) await this.update(setting, abortSignal);
    });
  }

  private async present(abortSignal: AbortSignal): Promise<AccessLogSetting | undefined> {
    const { accessLogSettings: { destinationArn, format } = {} } = await this.apiGateway.send(new GetStageCommand(this.stage), { abortSignal });
    return destinationArn ? { destinationArn, format } : undefined;
  }

  private async update(setting: AccessLogSetting | undefined, abortSignal: AbortSignal): Promise<void> {
    const patchOperations = setting ? setOperations(setting) : [{ op: 'remove', path: '/accessLogSettings' } as const];
    await this.apiGateway.send(new UpdateStageCommand({ ...this.stage, patchOperations }), { abortSignal });
  }
}

/** Both values in one call, so that the stage never logs to one destination in the format of the other. */
function setOperations({ destinationArn, format }: AccessLogSetting): PatchOperation[] {
  const values = { destinationArn, ...format && { format } };
  return Object.entries(values).map(([name, value]) => ({ op: 'replace', path: `/accessLogSettings/${name}`, value }));
}
