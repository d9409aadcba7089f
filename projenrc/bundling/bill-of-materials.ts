import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';
import { ThirdPartyPackage } from './third-party-packages';
import { name, license } from '../../package.json';

/** A CycloneDX document of these packages. It has no time and no serial number: the same packages make the same document. */
export function billOfMaterials(packages: readonly ThirdPartyPackage[]): string {
  const bom = new Models.Bom();
  bom.metadata.component = component(name, undefined, license);
  for (const each of packages) bom.components.add(component(each.name, each.version, each.license));
  return `${new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)).serialize(bom, { sortLists: true, space: 1 })}\n`;
}

function component(fullName: string, version: string | undefined, ofLicence: string): Models.Component {
  const [group, shortName] = fullName.startsWith('@') ? fullName.split('/') : [undefined, fullName];
  return new Models.Component(Enums.ComponentType.Library, shortName, {
    group,
    version,
    bomRef: version ? `${fullName}@${version}` : fullName,
    licenses: new Models.LicenseRepository([new Models.LicenseExpression(ofLicence)]),
    purl: version && new PackageURL('npm', group, shortName, version, undefined, undefined).toString(),
  });
}
