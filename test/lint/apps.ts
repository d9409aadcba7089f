import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { EXAMPLE_FOLDER } from './collect-templates';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, CallerAddress, RecordFormat, UsageCatalog, UsageStorage } from '../../src';

/** An app with one pipeline, `OrdersApi/Usage`, each time made in another way. */
export const APPS: Readonly<Record<string, () => App>> = {
  'the quick start': () => exampleApp('typescript/quickstart'),
  'an API in another stack': () => exampleApp('typescript/existing-api'),
  'a stage made elsewhere': () => exampleApp('typescript/imported-stage'),
  'many stages': () => exampleApp('typescript/many-stages'),
  'customers by a tag': () => exampleApp('typescript/tag-customers'),
  'alarms and an operations dashboard': () => exampleApp('typescript/operations'),
  'a dashboard in QuickSight': () => exampleApp('typescript/dashboard'),
  'two stages, and a pipeline in a stack of its own': () => exampleApp('typescript/production'),
  'addresses hashed': () => app(() => ({ callerAddress: CallerAddress.hashed() })),
  'an imported stage': () => app(() => ({}), (stack) => apigateway.Stage.fromStageAttributes(stack, 'Imported', {
    restApi: apigateway.RestApi.fromRestApiId(stack, 'Theirs', 'a1b2c3d4e5'), stageName: 'prod',
  })),
  'Parquet, projected': () => app(() => ({ format: RecordFormat.parquet(), catalog: UsageCatalog.projected() })),
  'Parquet after JSON': () => app(() => ({ format: RecordFormat.parquet(), previousFormat: RecordFormat.json() })),
  'a bucket of the owner with a key': () => app((stack) => ({
    storage: UsageStorage.bucket(new s3.Bucket(stack, 'Lake', { encryptionKey: new kms.Key(stack, 'Key') }), { prefix: 'usage' }),
  })),
  'a bucket that goes with the stack': () => app(() => ({
    storage: UsageStorage.managed({ removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }),
  })),
};

function app(props: (stack: Stack) => ApiUsageAnalyticsProps, another?: (stack: Stack) => apigateway.IStage): App {
  const root = new App();
  const stack = new Stack(root, 'OrdersApi');
  const api = new apigateway.RestApi(stack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
  api.root.addMethod('GET');
  const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage], ...props(stack) });
  if (another) usage.addStage(another(stack));
  return root;
}

/** An example is an app that synthesises itself; here it is stopped just before, so that aspects can be added. */
export function exampleApp(path: string): App {
  let made: App | undefined;
  const folder = process.env.CDK_OUTDIR;
  process.env.CDK_OUTDIR = mkdtempSync(join(tmpdir(), EXAMPLE_FOLDER));
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function (this: App) {
    made = this;
    return undefined as never;
  });
  try {
    jest.requireActual(`../../examples/${path}`);
  } finally {
    synth.mockRestore();
    if (folder === undefined) delete process.env.CDK_OUTDIR;
    else process.env.CDK_OUTDIR = folder;
  }
  if (!made) throw new Error(`examples/${path} does not synthesise an app.`);
  return made;
}
