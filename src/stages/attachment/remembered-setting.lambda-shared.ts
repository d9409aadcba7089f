import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AccessLogSetting } from './access-log-setting';
import { RetryPolicy } from '../../functions/retry-policy';
import { isNotFound } from '../../functions/service-error';

/**
 * The setting that a stage had before ours. A parameter holds it, because CloudFormation tells nothing on deletion but
 * the properties.
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

  /** Remembers that the stage had this setting, or none. */
  public async write(setting: AccessLogSetting | undefined): Promise<void> {
    if (setting === undefined) return this.forget();
    await this.retryPolicy.call((abortSignal) => this.ssm.send(new PutParameterCommand({
      Name: this.name,
      Description: 'The access log that a stage had before ApiUsageAnalytics, which puts it back.',
      Type: 'String',
      // A format may be so long that it fits the advanced tier only, which is charged for.
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

/** What somebody else wrote into the parameter is nothing that we remember, and must not stand in the way of a deletion. */
function settingIn(value: string): AccessLogSetting | undefined {
  try {
    const setting = JSON.parse(value) as Partial<AccessLogSetting> | null;
    return setting?.destinationArn ? { destinationArn: setting.destinationArn, format: setting.format } : undefined;
  } catch {
    return undefined;
  }
}
