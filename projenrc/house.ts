import { awscdk, JsonPatch } from 'projen';

/** What projen leaves to us: scripts that pass their arguments through, one pin, and where the dev tsconfig looks. */
export function configureHouse(project: awscdk.AwsCdkConstructLibrary): void {
  pinPackages(project);
  typeCheckEverything(project);
  addScripts(project);
  keepBuildProductsOut(project);
}

function pinPackages(project: awscdk.AwsCdkConstructLibrary): void {
  // 1.13.0 lists optional bindings that are not published, and `npm ci` refuses the lock file that names them.
  project.package.addPackageResolutions('unrs-resolver@1.12.2');
  // jsii prints a banner on every Node that is not in long-term support; CI reads its output for real warnings.
  project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
  project.compileTask.reset('jsii --silence-warnings=reserved-word --fail-on-warnings');
  // No published aws-cdk-go is needed to generate the Go code; building it is.
  project.tasks.tryFind('package:go')?.reset('jsii-pacmak -v --target go --code-only');
}

function typeCheckEverything(project: awscdk.AwsCdkConstructLibrary): void {
  for (const folder of ['preview', 'examples/typescript']) project.tsconfigDev.addInclude(`${folder}/**/*.ts`);
  // Examples import the package by its name, as a user's app does.
  project.tsconfigDev.file.addOverride('compilerOptions.paths', { [project.name]: ['./src'] });
  project.jest?.addModuleNameMappers({ [`^${project.name}$`]: '<rootDir>/src' });
  // The tests run without type checks (they are many, aws-cdk-lib is large); one compiler run checks them all.
  const types = project.addTask('check:types', {
    description: 'Type-checks sources, tests, examples and the preview',
    exec: 'tsc --noEmit -p tsconfig.dev.json',
  });
  const bundle = project.tasks.tryFind('bundle');
  project.eslint?.allowDevDeps('src/**/*.lambda-shared.ts');
  if (bundle) project.testTask.prependSpawn(bundle);
  project.testTask.prependSpawn(types);
}

function addScripts(project: awscdk.AwsCdkConstructLibrary): void {
  // Plain scripts, not projen tasks: a task tears arguments with blanks apart and turns every failure into exit 1.
  project.package.setScript('preview', 'tsx preview/cli.ts');
}

function keepBuildProductsOut(project: awscdk.AwsCdkConstructLibrary): void {
  project.gitignore.exclude('preview-out/', 'cdk.out/', '*.tgz', '.venv/');
  for (const folder of ['preview', 'examples', 'docs', 'projenrc', '.ci', 'coverage', 'preview-out', 'CONTRIBUTING.md']) {
    project.npmignore?.exclude(`/${folder}/`.replace('.md/', '.md'));
  }
  project.tryFindObjectFile('package.json')?.patch(JsonPatch.add('/publishConfig', { access: 'public' }));
}
