import { resolveValue } from './intrinsic-functions';
import { givenName } from './physical-ids';
import type { Stack } from './stack';
import { TemplateResource } from './template';

/** A resource of a stack; its properties are resolved one by one, so that only those which matter must be resolvable. */
export class Resource {
  constructor(readonly stack: Stack, readonly logicalId: string, readonly definition: TemplateResource) {}

  public get type(): string {
    return this.definition.Type;
  }

  public property<T>(name: string): T | undefined {
    return resolveValue(this.definition.Properties?.[name], this.stack) as T | undefined;
  }

  /** The name given in the template, else the logical id: the preview's ids can be read in the template. */
  public get physicalId(): string {
    return givenName(this) ?? this.stack.app.uniqueId(this);
  }
}
