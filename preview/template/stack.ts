import { TemplateError } from '../input-error';
import { Assets } from './assets';
import { resolveValue } from './intrinsic-functions';
import { arnOf } from './physical-ids';
import { ACCOUNT, pseudoParameters, REGION } from './pseudo-parameters';
import { Resource, ResourceStack } from './resource';
import { Template } from './template';

export const NESTED_STACK = 'AWS::CloudFormation::Stack';

/** The stacks that can refer to each other. */
export interface Deployment {
  readonly stacks: readonly Stack[];
  nestedStack(resource: Resource): Stack;
  exportedValue(exportName: string, importer: string): unknown;
}

/** One template, whose values it resolves. */
export class Stack implements ResourceStack {
  private readonly pseudoParameters: Record<string, unknown>;

  constructor(
    private readonly deployment: Deployment,
    readonly name: string,
    readonly template: Template,
    readonly assets: Assets,
    readonly folder: string,
    private readonly nestedIn?: Resource,
  ) {
    this.pseudoParameters = pseudoParameters(name);
  }

  public resources(...types: readonly string[]): Resource[] {
    return Object.entries(this.template.Resources ?? {})
      .filter(([, { Type }]) => types.includes(Type))
      .filter(([, { Condition }]) => Condition === undefined || this.condition(Condition))
      .map(([logicalId, definition]) => new Resource(this, logicalId, definition));
  }

  public ref(name: string): unknown {
    if (name in this.pseudoParameters) return this.pseudoParameters[name];
    const parameter = this.template.Parameters?.[name];
    if (!parameter) return this.resource(name).physicalId;
    const value = this.nestedIn?.property<Record<string, unknown>>('Parameters')?.[name] ?? parameter.Default;
    if (value === undefined) {
      throw new TemplateError(`template ${this.name} needs a value for its parameter ${name}, which has no default. Give the parameter a default.`);
    }
    return /List/.test(parameter.Type ?? '') && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
  }

  public getAtt(logicalId: string, attribute: string): unknown {
    const resource = this.resource(logicalId);
    if (resource.type === NESTED_STACK && attribute.startsWith('Outputs.')) {
      return this.deployment.nestedStack(resource).output(attribute.slice('Outputs.'.length));
    }
    return attribute === 'Arn' ? arnOf(resource.type, resource.physicalId, REGION, ACCOUNT) : `${resource.physicalId}.${attribute}`;
  }

  public importValue(exportName: string): unknown {
    return this.deployment.exportedValue(exportName, this.name);
  }

  public findInMap(map: string, first: string, second: string): unknown {
    return this.template.Mappings?.[map]?.[first]?.[second];
  }

  public condition(name: string): boolean {
    return resolveValue(this.template.Conditions?.[name], this) === true;
  }

  public output(name: string): unknown {
    return resolveValue(this.template.Outputs?.[name]?.Value, this);
  }

  public uniqueId(logicalId: string): string {
    const owners = this.deployment.stacks.filter(({ template }) => template.Resources && Object.hasOwn(template.Resources, logicalId));
    return owners.length > 1 ? `${this.name}-${logicalId}` : logicalId;
  }

  private resource(logicalId: string): Resource {
    const definition = this.template.Resources?.[logicalId];
    if (!definition) throw new TemplateError(`template ${this.name} refers to ${logicalId}, which it does not define.`);
    return new Resource(this, logicalId, definition);
  }
}
