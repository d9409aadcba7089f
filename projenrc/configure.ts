import { awscdk } from 'projen';
import { documentAccount } from './account-page';
import { documentColumns } from './columns-page';
import { documentCosts } from './costs-page';
import { addFunctions } from './functions';
import { addPreviewPackage } from './preview-package';
import { configurePublishing } from './publishing';
import { documentQuestions } from './questions-page';
import { addScripts } from './scripts';
import { configureTests } from './tests';

/** Configures everything that the options of the projen project do not cover. */
export function configureProject(project: awscdk.AwsCdkConstructLibrary): void {
  pinPackages(project);
  project.eslint?.addRules({ '@stylistic/arrow-parens': ['error', 'always'] });
  compileStrictly(project);
  writeApiPage(project);
  translateSnippets(project);
  addFunctions(project);
  configureTests(project);
  documentAccount(project);
  documentColumns(project);
  documentCosts(project);
  documentQuestions(project);
  addScripts(project);
  configurePublishing(project);
  addPreviewPackage(project);
  project.gitignore.exclude('/preview-out/', '/demo-out/', '/test-reports/', '/test/integ/*.snapshot/asset.*', 'cdk-integ.out.*', 'cdk.out/', '/.jsii.tabl.json', '*.tgz', '.venv/', '__pycache__/', 'target/');
}

function pinPackages(project: awscdk.AwsCdkConstructLibrary): void {
  // 1.13.0 lists optional bindings that are not published, and `npm ci` refuses the lock file that names them.
  project.package.addPackageResolutions('unrs-resolver@1.12.2');
}

function compileStrictly(project: awscdk.AwsCdkConstructLibrary): void {
  // jsii prints a banner on every Node that is not in long-term support; CI reads its output for real warnings.
  project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
  project.compileTask.reset('jsii --silence-warnings=reserved-word --fail-on-warnings');
  // The sources are not published, and maps that contain them would be half of the package.
  for (const option of ['inlineSourceMap', 'inlineSources']) project.tsconfig?.file.addDeletionOverride(`compilerOptions.${option}`);
}

/** API.md, written anew whenever the library is compiled. */
function writeApiPage(project: awscdk.AwsCdkConstructLibrary): void {
  const task = project.tasks.tryFind('docgen');
  if (!task) throw new Error('projen has no task `docgen` to replace.');
  task.reset('tsx projenrc/api-page.ts');
}

/** Compiles the snippets of README.md and of docstrings with rosetta/, and translates them. Construct Hub reads the published result. */
function translateSnippets(project: awscdk.AwsCdkConstructLibrary): void {
  project.postCompileTask.exec('jsii-rosetta extract --compile --strict');
}
