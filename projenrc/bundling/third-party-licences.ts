import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const LICENCE_FILE = /^(licen[cs]e|notice)/i;

/** The text of the licences, and of the notices that they ask to keep, of all packages that these files are from. */
export function thirdPartyLicences(files: readonly string[]): string {
  const folders = [...new Set(files.flatMap((file) => packageFolder(file) ?? []))];
  // Two packages may bring the same version of a third.
  return [...new Set(folders.map(licence))].sort().join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a file is from; undefined if the file is of this repository. */
function packageFolder(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const texts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name));
  if (texts.length === 0) throw new Error(`${name} has no file with its licence.`);
  return [`${name} ${version} (${license})`, ...texts.map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim())].join('\n\n');
}
