import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { ThirdPartyPackage } from './third-party-packages';

const LICENCE_FILE = /^(licen[cs]e|notice)/i;

/** The text of the licences, and of the notices that they ask to keep, of these packages: each text once. */
export function thirdPartyLicences(thirdParty: readonly ThirdPartyPackage[]): string {
  const titles = new Map<string, string[]>();
  for (const each of thirdParty) {
    const text = licence(each);
    titles.set(text, [...titles.get(text) ?? [], `${each.name} ${each.version} (${each.license})`]);
  }
  return [...titles].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

function licence({ name, folder }: ThirdPartyPackage): string {
  const texts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name));
  if (texts.length === 0) throw new Error(`${name} has no file with its licence.`);
  return texts.map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}
