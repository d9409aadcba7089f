import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { ThirdPartyPackage, thirdPartyPackages } from './third-party-packages';

const LICENCE_FILE = /^(licen[cs]e|notice)/i;

/** The text of the licences, and of the notices that they ask to keep, of all packages that these files are from: each text once. */
export function thirdPartyLicences(files: readonly string[]): string {
  const packages = new Map<string, string[]>();
  for (const each of thirdPartyPackages(files)) {
    const text = licence(each);
    packages.set(text, [...packages.get(text) ?? [], `${each.name} ${each.version} (${each.license})`]);
  }
  return [...packages].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

function licence({ name, folder }: ThirdPartyPackage): string {
  const texts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name));
  if (texts.length === 0) throw new Error(`${name} has no file with its licence.`);
  return texts.map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}
