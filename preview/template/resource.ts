import { Assets } from './assets';
import { IntrinsicScope, resolveValue } from './intrinsic-functions';
import { givenName } from './physical-ids';
import { TemplateResource } from './template';

/** The part of a stack that its resources need. */
export interface ResourceStack extends IntrinsicScope {
  readonly assets: Assets;
  readonly folder: string;
  /** The logical id. If another stack has the same one, the name of the stack precedes it. */
  uniqueId(logicalId: string): string;
}

/** A resource of a stack. Each property is resolved when it is read, so properties that the preview cannot resolve do no harm until then. */
export class Resource {
  constructor(readonly stack: ResourceStack, readonly logicalId: string, readonly definition: TemplateResource) {}

  public get type(): string {
    return this.definition.Type;
  }

  public property<T>(name: string): T | undefined {
    return resolveValue(this.definition.Properties?.[name], this.stack) as T | undefined;
  }

  public metadata<T>(key: string): T | undefined {
    return resolveValue(this.definition.Metadata?.[key], this.stack) as T | undefined;
  }

  /** The name of the resource in the template, or else its logical id. */
  public get physicalId(): string {
    return givenName(this) ?? this.stack.uniqueId(this.logicalId);
  }
}
