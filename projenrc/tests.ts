import { awscdk } from 'projen';

/** `npm test` is one command, also in a fresh clone: type-check, lint, bundle and test. */
export function configureTests(project: awscdk.AwsCdkConstructLibrary): void {
  const folders = ['src', 'test', 'preview', 'examples', 'bench', 'projenrc'];
  project.tsconfigDev.file.addOverride('include', [...folders.map((folder) => `${folder}/**/*.ts`), '.projenrc.ts']);
  // Examples import the package by its name, as a user's app does.
  project.tsconfigDev.file.addOverride('compilerOptions.paths', { [project.name]: ['./src'] });
  project.jest?.addModuleNameMappers({ [`^${project.name}$`]: '<rootDir>/src' });
  project.tryFindObjectFile('package.json')?.addOverride('jest.testMatch', ['<rootDir>/test/**/*.test.ts']);

  // The tests run without type checks (they are many, aws-cdk-lib is large); one compiler run checks them all.
  const types = project.addTask('check:types', {
    description: 'Type-checks sources, tests, examples and the preview',
    exec: 'tsc --noEmit -p tsconfig.dev.json',
  });
  // The tests leave what they synthesised behind. As the other linter of templates does, this one reads it in .ci/run.
  project.tryFindObjectFile('package.json')?.addOverride('jest.globalSetup', '<rootDir>/test/global-setup.ts');
  project.tryFindObjectFile('package.json')?.addOverride('jest.globalTeardown', '<rootDir>/test/global-teardown.ts');
  project.addTask('check:templates', {
    description: 'Validates the templates that the tests synthesised',
    exec: 'tsx test/lint/check-templates.ts',
  });

  project.testTask.reset();
  project.testTask.exec(`run-p --aggregate-output ${types.name} eslint`);
  // Many suites wait for processes of their own or for deadlines, and leave their core to another worker.
  project.testTask.exec('jest --ci --maxWorkers=$(node -p "os.availableParallelism() + 2")', { receiveArgs: true });
}
