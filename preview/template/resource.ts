import { Assets } from './assets';
import { IntrinsicScope, resolveValue } from './intrinsic-functions';
import { givenName } from './physical-ids';
import { TemplateResource } from './template';

/** The stack of a resource, as far as its resources need it. */
export interface ResourceStack extends IntrinsicScope {
  readonly assets: Assets;
  readonly folder: string;
  /** The logical id, with the name of the stack before it where another stack uses the same one. */
  uniqueId(logicalId: string): string;
}

/** A resource of a stack; its properties are resolved one by one, so that only those which matter must be resolvable. */
export class Resource {
  constructor(readonly stack: ResourceStack, readonly logicalId: string, readonly definition: TemplateResource) {}

  public get type(): string {
    return this.definition.Type;
  }

  public property<T>(name: string): T | undefined {
    return resolveValue(this.definition.Properties?.[name], this.stack) as T | undefined;
  }

  /** The name given in the template, else the logical id: the preview's ids can be read in the template. */
  public get physicalId(): string {
    return givenName(this) ?? this.stack.uniqueId(this.logicalId);
  }
}
