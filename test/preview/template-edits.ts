import { readFileSync, writeFileSync } from 'fs';
import { Resource } from '../support/template';

export type Properties = Resource['Properties'];

/** Edits the properties of every resource of a type in a template file. */
export function edited(file: string, type: string, edit: (properties: Properties) => void): string {
  const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Resource> };
  const found = Object.values(template.Resources).filter(({ Type }) => Type === type);
  expect(found).not.toEqual([]);
  for (const resource of found) edit(resource.Properties ??= {});
  writeFileSync(file, JSON.stringify(template));
  return file;
}
