import { spawnSync } from 'child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { folder, installedTool, run, synthesised } from './apps';
import { TypeScriptApp } from './typescript-app';

const CLI = 'aws-cdk@2.1148.1';
const QUICK_START = 'examples/typescript/quickstart.ts';

interface Template {
  Resources: Record<string, Resource>;
}
interface Resource {
  Type: string;
  Properties?: object;
  DependsOn?: string[];
}
interface Statement {
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
}

let app: TypeScriptApp;
let cli: string;

beforeAll(() => {
  app = new TypeScriptApp();
  app.run(QUICK_START, join(folder(), 'cdk.out'));
  cli = join(installedTool(CLI), 'cdk');
});

test('cdk synth --strict with the feature flags of cdk init warns of nothing and has the same resources', () => {
  const without = synth({}).template.Resources;
  const { stderr, template } = synth(flagsOfInit());
  expect(stderr).not.toMatch(/warning/i);
  // A flag leaves the account's role for logs to the author of the API. Another merges and sorts the statements of policies.
  const { OrdersAccount115A8ED9: account, OrdersCloudWatchRoleA0FDC788: role, ...others } = without;
  expect([account.Type, role.Type]).toEqual(['AWS::ApiGateway::Account', 'AWS::IAM::Role']);
  expect(compared(template.Resources)).toEqual(compared(others));
});

function synth(context: Record<string, unknown>): { stderr: string; template: Template } {
  writeFileSync(join(app.folder, 'cdk.json'), JSON.stringify({ app: 'node quickstart.ts.js', context }));
  const out = join(folder(), 'cdk.out');
  const { status, stderr } = spawnSync(cli, ['synth', '--strict', '--output', out], { cwd: app.folder, encoding: 'utf8' });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return { stderr, template: synthesised(out)['OrdersApi.template.json'] as Template };
}

/** The context that `cdk init` writes. */
function flagsOfInit(): Record<string, unknown> {
  const project = join(folder(), 'app');
  mkdirSync(project);
  run(project, cli, ['init', 'app', '--language', 'typescript', '--generate-only']);
  const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> };
  expect(Object.keys(context).length).toBeGreaterThan(50);
  return context;
}

/** Resources with each statement of a policy as a sorted list of single permissions. */
function compared(resources: Record<string, Resource>): unknown {
  const entries = Object.entries(resources).filter(([id]) => id !== 'CDKMetadata');
  const comparable = entries.map(([id, resource]) => [id, { ...resource, DependsOn: resource.DependsOn?.filter((other) => other !== 'OrdersAccount115A8ED9') }]);
  return JSON.parse(JSON.stringify(Object.fromEntries(comparable)), (key, value: unknown) => (key === 'Statement' ? permissions(value as Statement[]) : value));
}

function permissions(statements: Statement[]): string[] {
  const single = statements.flatMap(({ Action, Resource: on, ...rest }) =>
    [Action].flat().flatMap((action) => [on].flat().map((resource) => JSON.stringify({ action, resource, ...rest }))));
  return [...new Set(single)].sort();
}
