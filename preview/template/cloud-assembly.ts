import { existsSync } from 'fs';
import { join, resolve } from 'path';
import { InputError } from '../input-error';
import { readJsonObject } from './read-json';
import { Template } from './template';

const MANIFEST = 'manifest.json';
const REMEDY = 'Run `cdk synth` first, or name the folder of the cloud assembly with --app.';

interface Manifest {
  readonly artifacts?: Readonly<Record<string, {
    readonly type: string;
    readonly properties?: { readonly templateFile?: string; readonly directoryName?: string };
  }>>;
}

/** The folder into which `cdk synth` writes the cloud assembly of the app in a folder. */
export function assemblyOfApp(folder: string): string {
  const settings = join(folder, 'cdk.json');
  const { output = 'cdk.out' } = existsSync(settings) ? readJsonObject<{ readonly output?: string }>(settings, 'settings') : {};
  return resolve(folder, output);
}

/** The templates of all stacks in a cloud assembly, also of those in a `cdk.Stage`. */
export function templatesOfAssembly(assembly: string): string[] {
  if (!existsSync(join(assembly, MANIFEST))) {
    throw new InputError(`${existsSync(assembly) ? `${assembly} has no ${MANIFEST}, so it is no cloud assembly` : `there is no ${assembly}`}. ${REMEDY}`);
  }
  // A stack without resources has a template without them.
  const templates = stackTemplates(assembly).filter((file) => readJsonObject<Template>(file, 'template').Resources !== undefined);
  if (templates.length === 0) throw new InputError(`the cloud assembly ${assembly} has no stack with resources. ${REMEDY}`);
  return templates;
}

function stackTemplates(assembly: string): string[] {
  const { artifacts = {} } = readJsonObject<Manifest>(join(assembly, MANIFEST), 'cloud assembly');
  return Object.values(artifacts).flatMap(({ type, properties }) => {
    if (type === 'aws:cloudformation:stack' && properties?.templateFile !== undefined) return [join(assembly, properties.templateFile)];
    return type === 'cdk:cloud-assembly' && properties?.directoryName !== undefined ? stackTemplates(join(assembly, properties.directoryName)) : [];
  });
}
