import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AccessLogSetting } from './access-log-setting';
import { RetryPolicy } from '../../functions/retry-policy';
import { isNotFound } from '../../functions/service-error';

/**
 * The access log that a stage had before it was attached. It is stored in a parameter, because a deletion gets only the
 * properties from CloudFormation.
 */
export class RememberedSetting {
  constructor(private readonly ssm: SSMClient, private readonly name: string, private readonly retryPolicy: RetryPolicy) {}

  public async read(): Promise<AccessLogSetting | undefined> {
    const value = await this.orUndefined(async (abortSignal) => {
      const { Parameter } = await this.ssm.send(new GetParameterCommand({ Name: this.name }), { abortSignal });
      return Parameter?.Value;
    });
    return value === undefined ? undefined : settingIn(value);
  }

  /** Stores the access log that the stage had, or that it had none. */
  public async write(setting: AccessLogSetting | undefined): Promise<void> {
    if (setting === undefined) return this.forget();
    await this.retryPolicy.call((abortSignal) => this.ssm.send(new PutParameterCommand({
      Name: this.name,
      Description: 'The previous access log of a stage. ApiUsageAnalytics restores it.',
      Type: 'String',
      // A long format needs the advanced tier, which costs money.
      Tier: 'Intelligent-Tiering',
      Value: JSON.stringify(setting),
      Overwrite: true,
    }), { abortSignal }));
  }

  public async forget(): Promise<void> {
    await this.orUndefined((abortSignal) => this.ssm.send(new DeleteParameterCommand({ Name: this.name }), { abortSignal }));
  }

  private async orUndefined<T>(attempt: (abortSignal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.retryPolicy.call(attempt);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }
}

/** Undefined if the parameter has another content. An invalid parameter must not block a deletion. */
function settingIn(value: string): AccessLogSetting | undefined {
  try {
    const setting = JSON.parse(value) as Partial<AccessLogSetting> | null;
    return setting?.destinationArn ? { destinationArn: setting.destinationArn, format: setting.format } : undefined;
  } catch {
    return undefined;
  }
}
