import { readFileSync } from 'fs';
import { join } from 'path';

/** A package of which a bundle contains files. */
export interface ThirdPartyPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** The packages that these files are from, by name; files of this repository are from none. Two may bring the same version of a third. */
export function thirdPartyPackages(files: readonly string[]): ThirdPartyPackage[] {
  const packages = files.flatMap((file) => packageFolder(file) ?? []).map(packageIn);
  const byTitle = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
  return [...byTitle.keys()].sort().map((title) => byTitle.get(title)!);
}

function packageFolder(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

function packageIn(folder: string): ThirdPartyPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Omit<ThirdPartyPackage, 'folder'>;
  return { folder, name, version, license };
}
