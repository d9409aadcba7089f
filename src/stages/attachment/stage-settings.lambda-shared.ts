import { APIGatewayClient, GetStageCommand, PatchOperation, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { AccessLogSetting } from './access-log-setting';
import { Attachment } from './attachment';
import { RetryPolicy } from '../../functions/retry-policy';

/**
 * The access log of one stage, in API Gateway. Changes act at once, without a deployment of the API.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html
 */
export class StageAccessLog {
  private readonly stage: { readonly restApiId: string; readonly stageName: string };

  constructor(private readonly apiGateway: APIGatewayClient, { apiId, stageName }: Attachment, private readonly retryPolicy: RetryPolicy) {
    this.stage = { restApiId: apiId, stageName };
  }

  public async read(): Promise<AccessLogSetting | undefined> {
    const { accessLogSettings: { destinationArn, format } = {} } = await this.retryPolicy.call((abortSignal) =>
      this.apiGateway.send(new GetStageCommand(this.stage), { abortSignal }));
    return destinationArn ? { destinationArn, format } : undefined;
  }

  /** Both values in one call: at no moment does the stage log in the one's format to the other's destination. */
  public async set({ destinationArn, format }: AccessLogSetting): Promise<void> {
    const values = { destinationArn, ...format && { format } };
    await this.update(Object.entries(values).map(([name, value]) => ({ op: 'replace', path: `/accessLogSettings/${name}`, value })));
  }

  public async remove(): Promise<void> {
    await this.update([{ op: 'remove', path: '/accessLogSettings' }]);
  }

  private async update(patchOperations: PatchOperation[]): Promise<void> {
    await this.retryPolicy.call((abortSignal) =>
      this.apiGateway.send(new UpdateStageCommand({ ...this.stage, patchOperations }), { abortSignal }));
  }
}
