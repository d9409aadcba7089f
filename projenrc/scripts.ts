import { awscdk } from 'projen';

/** Plain scripts, not projen tasks: a task tears arguments with blanks apart and turns every failure into exit 1. */
const SCRIPTS = {
  'preview': 'tsx preview/from-clone.ts',
  'demo': 'projen bundle && tsx --tsconfig tsconfig.dev.json examples/demo.ts',
  'bench': 'projen bundle && tsx bench/bench.ts',
  // What needs packed packages, Python, Java or the network besides: .ci/run calls it.
  'test:outside': 'jest --config test/outside.jest.json test/bindings test/contract test/deploy',
  // The part of it that compiles the apps in Go with the generated module.
  'verify:go': 'jest --config test/outside.jest.json test/bindings/apps -t Go',
  // The part of it that deploys the example to an emulator of AWS, and runs a record through it.
  'verify:deploy': 'projen bundle && jest --config test/outside.jest.json test/deploy',
  // Asks the questions of a real Trino, the engine of Athena, and of DuckDB, and compares the answers.
  'verify:athena': 'projen bundle && jest --config test/outside.jest.json test/athena',
  // Compares the app of the test on an account with its snapshot; with --force it deploys it.
  'test:integ': 'projen bundle && integ-runner --config test/integ/integ.config.json',
};

export function addScripts(project: awscdk.AwsCdkConstructLibrary): void {
  for (const [name, command] of Object.entries(SCRIPTS)) project.package.setScript(name, command);
}
