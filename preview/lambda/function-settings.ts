import { InputError } from '../input-error';
import { isFileName } from '../storage/file-names';
import { App } from '../template/app';
import { Resource } from '../template/resource';

/** A Lambda function as declared in a template. */
export interface FunctionSettings {
  readonly name: string;
  readonly arn: string;
  readonly handler: string;
  /** The folder of its bundle. */
  readonly code: string;
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
}

export const FUNCTION = 'AWS::Lambda::Function';

export function functionSettings(resource: Resource): FunctionSettings {
  const runtime = String(resource.property('Runtime'));
  const code = resource.property<{ S3Key?: string }>('Code');
  if (!runtime.startsWith('nodejs')) throw new InputError(`function ${resource.logicalId} has the runtime ${runtime}. The preview only runs nodejs functions.`);
  if (!code?.S3Key) throw new InputError(`function ${resource.logicalId} has no asset as its code. The preview only runs functions made from an asset.`);
  const name = resource.physicalId;
  // The log file has this name too.
  if (!isFileName(name)) throw new InputError(`AWS would refuse function ${resource.logicalId}: its name must have 1 to 64 letters, digits, hyphens and underscores, but is ${JSON.stringify(name)}.`);
  return {
    name,
    arn: String(resource.stack.getAtt(resource.logicalId, 'Arn')),
    handler: String(resource.property('Handler')),
    code: resource.stack.assets.path(code.S3Key),
    runtime,
    timeoutSeconds: Number(resource.property('Timeout') ?? 3),
    memoryMegabytes: Number(resource.property('MemorySize') ?? 128),
    environment: Object.fromEntries(Object.entries(resource.property<any>('Environment')?.Variables ?? {}).map(([variable, value]) => [variable, String(value)])),
  };
}

/** The function with an ARN. The ARN may include a version or an alias. */
export function findFunction(app: App, arn: string): Resource | undefined {
  const name = arn.split(':')[6];
  return app.resources(FUNCTION).find(({ physicalId }) => physicalId === name);
}
