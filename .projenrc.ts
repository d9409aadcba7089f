import { awscdk, javascript, release } from 'projen';
import { configureProject } from './projenrc/configure';

const GITHUB = 'https://github.com/cdkapiusageanalytics';
const REPOSITORY = `${GITHUB}/cdk-api-usage-analytics`;

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-api-usage-analytics',
  description: 'One construct: how your customers use your Amazon API Gateway REST API, by usage plan and API key.',
  keywords: [
    'aws', 'cdk', 'awscdk', 'constructs', 'api-gateway', 'rest-api', 'usage-plan', 'api-key', 'quota', 'access-log', 'analytics', 'api-analytics', 'metering',
    'firehose', 'athena', 'glue', 'quicksight', 'dashboard', 'serverless',
  ],
  stability: 'stable',
  author: 'cdk-api-usage-analytics contributors',
  authorAddress: GITHUB,
  authorOrganization: true,
  repositoryUrl: REPOSITORY,
  homepage: `${REPOSITORY}#readme`,
  bugsUrl: `${REPOSITORY}/issues`,
  license: 'Apache-2.0',
  copyrightOwner: 'cdk-api-usage-analytics contributors',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  sampleCode: false,

  // The lowest aws-cdk-lib whose apigateway.IStageRef is also the name that the newest one uses in every language.
  cdkVersion: '2.240.0',
  constructsVersion: '10.5.1',
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.0.0',
  tsconfigDevFile: 'tsconfig.dev.json',

  publishToPypi: { distName: 'cdk-api-usage-analytics', module: 'cdk_api_usage_analytics', trustedPublishing: true },
  publishToMaven: {
    javaPackage: 'io.github.cdkapiusageanalytics',
    mavenGroupId: 'io.github.cdkapiusageanalytics',
    mavenArtifactId: 'cdk-api-usage-analytics',
    mavenServerId: 'central-ossrh',
  },
  publishToNuget: { dotNetNamespace: 'CdkApiUsageAnalytics', packageId: 'CdkApiUsageAnalytics', trustedPublishing: true },
  publishToGo: { moduleName: 'github.com/cdkapiusageanalytics/cdk-api-usage-analytics-go' },

  // projenrc/functions.ts bundles them.
  lambdaAutoDiscover: false,

  devDeps: [
    '@types/node@^20',
    '@aws-cdk/integ-runner@^2.197',
    // The version for the lowest aws-cdk-lib.
    '@aws-cdk/integ-tests-alpha@2.239.0-alpha.0',
    '@aws-sdk/client-api-gateway',
    '@aws-sdk/client-athena',
    '@aws-sdk/client-cloudformation',
    '@aws-sdk/client-firehose',
    '@aws-sdk/client-glue',
    '@aws-sdk/client-lambda',
    '@aws-sdk/client-s3',
    '@aws-sdk/client-secrets-manager',
    '@aws-sdk/client-ssm',
    '@aws/cloudformation-validate@1.9.0-beta',
    '@cyclonedx/cyclonedx-library@^10',
    // The newest whose bindings are published for every platform; `npm ci` refuses a lock file that names others.
    '@duckdb/node-api@1.5.5-r.5',
    'cdk-nag@^2',
    'csv-parse@^6',
    // Its folders and the names of its classes are no interface.
    'dt-sql-parser@4.5.1',
    'esbuild',
    'fast-check@^4',
    // Type check and lint at the same time: each uses one core.
    'npm-run-all2@^8',
    'packageurl-js@^2',
    'playwright-core',
    'publint',
    'tsx',
  ],

  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'preview', 'examples', 'bench', 'projenrc'],
    // One project for all files; the service would look for the nearest tsconfig.json, which has the sources alone.
    projectService: false,
    tsconfigPath: './tsconfig.dev.json',
    // The test command reports, and changes nothing; `npx projen eslint --fix` changes.
    commandOptions: { fix: false, extraArgs: ['--max-warnings', '0'] },
  },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    jestConfig: {
      testTimeout: 120_000,
      // Jest leaves one core free: of two, that would be half. A worker that has grown makes room.
      maxWorkers: '100%',
      workerIdleMemoryLimit: '1GB',
      testSequencer: '<rootDir>/test/slow-first.js',
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/bindings/', '<rootDir>/test/contract/', '<rootDir>/test/deploy/', '<rootDir>/test/athena/[^/]+[.]test[.]ts'],
      // v8 counts the lines of files that hold types alone, as never run.
      coverageProvider: 'babel',
      coverageReporters: ['lcov'],
      coverageThreshold: { lines: 95, branches: 95, functions: 95, statements: 95 },
      collectCoverageFrom: ['src/**/*.ts', '!src/**/*.lambda.ts'],
    },
  },

  // .ci/run is the one check, and projenrc/publishing.ts makes the workflow that calls it.
  buildWorkflow: false,
  githubOptions: { mergify: false, pullRequestLint: false },
  pullRequestTemplate: false,
  depsUpgrade: false,
  // A person starts the release. Registries that know this repository need no secret.
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  npmTrustedPublishing: true,
  workflowNodeVersion: '24.x',
  clobber: false,
  npmignoreEnabled: false,
});

configureProject(project);
project.synth();
