import { MISSING } from './access-log-format';
import { isContextVariable } from './context-variables';
import { Escaping } from './escaping';
import { encode } from './invalid-bytes';
import { LoggingStage } from './logging-stage';
import { ARRIVAL } from './request-line';
import { Request } from './request-source';

/** A record that API Gateway puts into the stream of a stage. */
export interface LogRecord {
  readonly destinationArn: string;
  readonly data: Buffer;
  /** Whether the request's API and stage are in the templates. If not, the format of the first stage was used. */
  readonly resolved: boolean;
}

/** Writes the access log entries of the stages of the templates. */
export class Gateway {
  /** Variables of requests that API Gateway does not have, and their number of values. */
  public readonly unknownVariables = new Map<string, number>();
  /** Ids of API keys of requests that are not among the known ones. */
  public readonly unknownKeys = new Set<string>();
  private readonly stages: ReadonlyMap<string, LoggingStage>;
  private readonly known: ReadonlySet<string>;

  constructor(
    stages: readonly LoggingStage[],
    private readonly firstStage: LoggingStage,
    private readonly escaping: Escaping,
    private readonly knownKeys: ReadonlySet<string>,
  ) {
    this.stages = new Map(stages.map((stage) => [key(stage.apiId, stage.stageName), stage]));
    this.known = new Set([ARRIVAL, ...stages.flatMap(({ format }) => [...format.variables])]);
  }

  public log(request: Request): LogRecord {
    for (const name of Object.keys(request.variables)) {
      if (!this.known.has(name) && !isContextVariable(name)) this.unknownVariables.set(name, (this.unknownVariables.get(name) ?? 0) + 1);
    }
    const keyId = request.variables['identity.apiKeyId'] ?? MISSING;
    if (keyId !== MISSING && !this.knownKeys.has(keyId)) this.unknownKeys.add(keyId);
    const variables = { apiId: this.firstStage.apiId, stage: this.firstStage.stageName, ...request.variables };
    const stage = this.stages.get(key(variables.apiId, variables.stage));
    const { format, destinationArn } = stage ?? this.firstStage;
    return { destinationArn, data: encode(format.render(variables, this.escaping)), resolved: stage !== undefined };
  }
}

function key(apiId: string, stage: string): string {
  return JSON.stringify([apiId, stage]);
}
