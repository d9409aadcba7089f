import { readFile } from 'fs/promises';
import { Plugin } from 'esbuild';

/** In Lambda, credentials are in the environment: the SDK's other sources of credentials would be a third of a bundle. */
const environmentCredentials: Plugin = {
  name: 'environment-credentials',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/ }, () => ({
    contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
  })),
};

/**
 * A client's schemas describe all operations of its service in one file. esbuild cannot leave out those that are not
 * used, because a computed key such as `[_h]: value` may run code. The keys are constants of the same file: this plugin
 * writes their values instead.
 */
const literalSchemaKeys: Plugin = {
  name: 'literal-schema-keys',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]@aws-sdk[\\/].*[\\/]schemas_\d+\.js$/ }, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    const constants = new Map([...text.matchAll(/^const (\w+) = ("[^"]*");$/gm)].map(([, name, value]) => [name, value]));
    return { contents: text.replace(/\[(\w+)\]: /g, (key, name: string) => constants.has(name) ? `${constants.get(name)}: ` : key) };
  }),
};

/** What the SDK brings along that no function uses is left out. */
export const SDK_PLUGINS: readonly Plugin[] = [environmentCredentials, literalSchemaKeys];
