import { awscdk, github } from 'projen';

/** What is published, how each language is packaged, and what runs .ci/run. */
export function configurePublishing(project: awscdk.AwsCdkConstructLibrary): void {
  publishOnly(project, ['lib/**/*.js', 'lib/**/*.d.ts', '!lib/**/*.lambda.*', '!lib/**/*.lambda-shared.*', 'assets', '.jsii', '.jsii.tabl.json', 'API.md', 'CHANGELOG.md']);
  packageLanguages(project);
  checkPullRequests(project);
}

/** A list of the published files does not publish new files by accident, as a list of exclusions would. */
function publishOnly(project: awscdk.AwsCdkConstructLibrary, files: string[]): void {
  project.package.addField('files', files);
  project.package.addField('publishConfig', { access: 'public' });
}

function packageLanguages(project: awscdk.AwsCdkConstructLibrary): void {
  // The list of files says what is published: jsii-pacmak would write an .npmignore.
  const pacmak = 'jsii-pacmak -v --no-npmignore --target';
  // No published aws-cdk-go is needed to generate the Go code; building it is.
  for (const target of ['js', 'java', 'python', 'go --code-only']) {
    project.tasks.tryFind(`package:${target.split(' ', 1)[0]}`)!.reset(`${pacmak} ${target}`);
  }
  // The release has the .NET SDK; a machine with Node.js, Python and Java has not.
  project.tasks.tryFind('package:dotnet')!.reset(`${pacmak} dotnet`, { condition: 'command -v dotnet' });
}

function checkPullRequests(project: awscdk.AwsCdkConstructLibrary): void {
  const workflow = new github.GithubWorkflow(project.github!, 'check');
  workflow.on({ pullRequest: {}, push: { branches: ['main'] }, workflowDispatch: {} });
  workflow.addJob('check', {
    runsOn: ['ubuntu-latest'],
    permissions: { contents: github.workflows.JobPermission.READ },
    timeoutMinutes: 90,
    steps: [
      github.WorkflowSteps.checkout(),
      { name: 'Setup Node.js', uses: 'actions/setup-node@v7.0.0', with: { 'node-version': '24.x' } },
      { name: 'Check', run: '.ci/run' },
    ],
  });
}
