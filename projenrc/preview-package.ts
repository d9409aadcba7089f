import { awscdk, JsonFile, JsonPatch, TestFailureBehavior } from 'projen';

const NAME = 'cdk-api-usage-analytics-preview';
const FOLDER = 'preview';

/** Has native code, so that it cannot be bundled. The tests use the same version. */
const NATIVE = '@duckdb/node-api';

/** What the bundle contains, its types, and the bundler, of which the root has a version. */
const BUNDLED = {
  '@types/cli-progress': '^3.11.6',
  '@types/snappyjs': '^0.7.1',
  'cli-progress': '^3.12.0',
  'commander': '^13',
  'csv-stringify': '^6.9.0',
  'echarts': '^6.1.0',
  'esbuild': '*',
  'snappyjs': '^0.7.0',
};

/** The preview as a package of its own, in a workspace, so that one `npm ci` installs for both. */
export function addPreviewPackage(project: awscdk.AwsCdkConstructLibrary): void {
  project.package.addField('workspaces', [FOLDER]);
  new JsonFile(project, `${FOLDER}/package.json`, { obj: () => manifest(project) });

  const task = project.addTask('package:preview', { description: 'Packs the preview beside the library, with its version', exec: 'tsx projenrc/package-preview.ts' });
  project.tasks.tryFind('package-all')!.spawn(task);
  publishBoth(project);
}

/** The version is that of the library when the preview is packed. */
function manifest({ package: { manifest: { repository, bugs, author, license, engines } }, deps }: awscdk.AwsCdkConstructLibrary): object {
  return {
    name: NAME,
    version: '0.0.0',
    description: 'Runs the API usage pipelines of a synthesised CDK app on your machine, without AWS, and writes their report.',
    keywords: ['aws', 'cdk', 'awscdk', 'api-gateway', 'usage-plan', 'api-key', 'analytics', 'preview', 'report'],
    homepage: `${repository.url}/blob/main/docs/preview.md`,
    bugs,
    repository: { type: 'git', url: `git+${repository.url}.git`, directory: FOLDER },
    author,
    license,
    engines,
    bin: { [NAME]: 'lib/cli.js' },
    files: ['lib'],
    dependencies: { [NATIVE]: deps.getDependency(NATIVE).version },
    devDependencies: BUNDLED,
    publishConfig: { access: 'public' },
  };
}

/** The job that packs the library for npm packs the preview too; what it then publishes is all of dist/js. */
function publishBoth(project: awscdk.AwsCdkConstructLibrary): void {
  const step = '/jobs/release_npm/steps/7/run';
  const pack = 'cd .repo && npx projen package:js';
  project.tryFindObjectFile('.github/workflows/release.yml')!.patch(
    JsonPatch.test(step, pack, TestFailureBehavior.FAIL_SYNTHESIS),
    JsonPatch.replace(step, `${pack} && npx projen package:preview`),
  );
}
