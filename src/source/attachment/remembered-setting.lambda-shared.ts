import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AccessLogSetting } from './access-log-setting';
import { Patience } from './patience';
import { isNotFound } from './service-error';

/** What a parameter holds. */
interface Memory extends AccessLogSetting {
  /** `apiId/stageName`: the parameter belongs to a resource, whose stage may change. */
  readonly stage: string;
}

/**
 * The setting that a stage had before ours. A parameter holds it, because CloudFormation tells nothing on deletion but
 * the properties.
 */
export class RememberedSetting {
  constructor(private readonly ssm: SSMClient, private readonly name: string, private readonly stage: string, private readonly patience: Patience) {}

  public async read(): Promise<AccessLogSetting | undefined> {
    const memory = await this.memory();
    return memory?.stage === this.stage ? { destinationArn: memory.destinationArn, format: memory.format } : undefined;
  }

  /** Remembers that the stage had this setting, or none. */
  public async write(setting: AccessLogSetting | undefined): Promise<void> {
    if (setting === undefined) return this.delete();
    const memory: Memory = { stage: this.stage, ...setting };
    await this.patience.call((abortSignal) => this.ssm.send(new PutParameterCommand({
      Name: this.name,
      Description: 'The access log that a stage had before ApiUsageAnalytics, which puts it back.',
      Type: 'String',
      // A format may be so long that it fits the advanced tier only, which is charged for.
      Tier: 'Intelligent-Tiering',
      Value: JSON.stringify(memory),
      Overwrite: true,
    }), { abortSignal }));
  }

  /** Forgets what was remembered, unless it is remembered of another stage. */
  public async forget(): Promise<void> {
    const { stage = this.stage } = await this.memory() ?? {};
    if (stage === this.stage) await this.delete();
  }

  private async memory(): Promise<Memory | undefined> {
    const value = await this.orUndefined(async (abortSignal) => {
      const { Parameter } = await this.ssm.send(new GetParameterCommand({ Name: this.name }), { abortSignal });
      return Parameter?.Value;
    });
    return value === undefined ? undefined : memoryIn(value);
  }

  private async delete(): Promise<void> {
    await this.orUndefined((abortSignal) => this.ssm.send(new DeleteParameterCommand({ Name: this.name }), { abortSignal }));
  }

  private async orUndefined<T>(attempt: (abortSignal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.patience.call(attempt);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }
}

/** What somebody else wrote into the parameter is nothing that we remember, and must not stand in the way of a deletion. */
function memoryIn(value: string): Memory | undefined {
  try {
    const memory = JSON.parse(value) as Partial<Memory> | null;
    return memory?.stage && memory.destinationArn ? memory as Memory : undefined;
  } catch {
    return undefined;
  }
}
