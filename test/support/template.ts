import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';

/** A resource of a template, typed as loosely as aws-cdk-lib types it: its shape is CloudFormation's. */
export type Resource = ReturnType<Template['findResources']>[string];

/** A value of a template. */
export type Json = Resource[string];

/** The elements of a list in a template. */
export function listOf(value: Json): Json[] {
  return value as Json[];
}

/** Everything of one type, by logical id. */
export function resourcesOf(template: Template, type: string): Record<string, Resource> {
  return template.findResources(type);
}

/** The one resource of a type whose logical id begins so. */
export function theResource(template: Template, type: string, idPrefix = ''): Resource & { readonly id: string } {
  const found = Object.entries(resourcesOf(template, type)).filter(([id]) => id.startsWith(idPrefix));
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type} begin with '${idPrefix}'.`);
  return { id: found[0][0], ...found[0][1] };
}

export function propertiesOf(template: Template, type: string, idPrefix = ''): Resource {
  return theResource(template, type, idPrefix).Properties;
}

/** The warnings of a stack, or of the one it is nested in: what they say, without the acknowledgement that CDK adds. */
export function warningsOf(stack: Stack): string[] {
  if (stack.nestedStackParent) return warningsOf(stack.nestedStackParent);
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue())
    .map(({ entry }) => String(entry.data).replace(/ \[ack: .*\]$/, ''));
}

/** The templates of an app as text, by stack, nested ones too. */
export function templateTexts(app: App): Record<string, string> {
  const stacks = app.node.findAll().filter((construct): construct is Stack => Stack.isStack(construct));
  return Object.fromEntries(stacks.map((stack) => [stack.node.path, JSON.stringify(Template.fromStack(stack).toJSON())]));
}
