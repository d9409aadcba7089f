import { collectTemplates } from './lint/collect-templates';
import { bundleFunctions } from '../projenrc/bundling/bundle-functions';

/** Before all tests: the bundles are those of the sources. */
export default async function setUp(): Promise<void> {
  await bundleFunctions();
  collectTemplates();
}
