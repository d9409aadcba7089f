import { readFileSync } from 'fs';
import { join } from 'path';
import { ASSETS } from '../../projenrc/bundling/bundle-functions';

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly { readonly expression: string }[];
  readonly purl: string;
}

const notice = readFileSync(join(ASSETS, 'NOTICE'), 'utf8');
const { components } = JSON.parse(readFileSync(join(ASSETS, 'sbom.cdx.json'), 'utf8')) as { components: Component[] };
const fullName = ({ group, name }: Component) => group === undefined ? name : `${group}/${name}`;

test('the list of packages has the clients that the functions use, in the installed versions', () => {
  for (const client of ['api-gateway', 'glue', 's3', 'secrets-manager']) {
    const name = `@aws-sdk/client-${client}`;
    const { version } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string };
    expect(components.find((component) => fullName(component) === name)).toMatchObject({ version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` });
  }
});

test('the notice has each package of the list, with its licence and its text', () => {
  expect(components.map((component) => `${fullName(component)} ${component.version} (${component.licenses[0].expression})`).filter((title) => !notice.includes(title))).toEqual([]);
  expect(notice).toMatch(/Apache License\s+Version 2\.0/);
});

test('neither has a path, a time or a number of this run', () => {
  expect(notice + JSON.stringify(components)).not.toMatch(/node_modules|file:|serialNumber|timestamp|BomRef\./);
});
