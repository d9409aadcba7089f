import { basename, dirname, resolve } from 'path';
import { InputError, TemplateError } from '../input-error';
import { Assets } from './assets';
import { resolveValue } from './intrinsic-functions';
import { readJsonObject } from './read-json';
import { Resource } from './resource';
import { Deployment, NESTED_STACK, Stack } from './stack';
import { Template, TemplateResource } from './template';

/** The given templates, in their order, with their nested stacks. */
export class App implements Deployment {
  public readonly stacks: Stack[] = [];
  private readonly nested = new Map<TemplateResource, Stack>();
  private readonly files = new Set<string>();

  constructor(templateFiles: readonly string[]) {
    for (const file of templateFiles.map((path) => resolve(path))) {
      if (!this.files.has(file)) this.load(file, Assets.besideTemplate(file));
    }
  }

  public resources(...types: readonly string[]): Resource[] {
    return this.stacks.flatMap((stack) => stack.resources(...types));
  }

  public nestedStack(resource: Resource): Stack {
    return this.nested.get(resource.definition)!;
  }

  public exportedValue(exportName: string, importer: string): unknown {
    for (const stack of this.stacks) {
      for (const output of Object.values(stack.template.Outputs ?? {})) {
        if (output.Export && resolveValue(output.Export.Name, stack) === exportName) return resolveValue(output.Value, stack);
      }
    }
    throw new TemplateError(`template ${importer} imports ${exportName}, which no given template exports. Give the template of the exporting stack with another --template.`);
  }

  private load(file: string, assets: Assets, nestedIn?: Resource): void {
    const template = readJsonObject<Template>(file, '--template');
    if (typeof template.Resources !== 'object') {
      throw new InputError(`--template ${file} has no Resources. Give a CloudFormation template, such as cdk.out/<stack>.template.json.`);
    }
    this.files.add(file);
    const stack = new Stack(this, basename(file).replace(/(\.nested)?(\.template)?\.json$/, ''), template, assets, dirname(file), nestedIn);
    this.stacks.push(stack);
    if (nestedIn) this.nested.set(nestedIn.definition, stack);
    for (const resource of stack.resources(NESTED_STACK)) {
      // The assets of a nested stack are in the manifest of its top-level stack.
      this.load(assets.path(String(resource.property('TemplateURL'))), assets, resource);
    }
  }
}
