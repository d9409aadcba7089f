import { awscdk } from 'projen';

/**
 * Bundles the functions before the package is compiled. Each has its own copy of the SDK: only so is it the same code in
 * every region and on every patch level of the runtime.
 */
export function addFunctions(project: awscdk.AwsCdkConstructLibrary): void {
  const bundle = project.addTask('bundle', { description: 'Bundles each src/**/*.lambda.ts into assets', exec: 'tsx projenrc/bundle.ts' });
  project.preCompileTask.spawn(bundle);
  project.gitignore.exclude('/assets/');
  project.eslint?.allowDevDeps('src/**/*.lambda.ts');
  project.eslint?.allowDevDeps('src/**/*.lambda-shared.ts');
}
