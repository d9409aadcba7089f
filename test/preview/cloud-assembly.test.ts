import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { App, aws_apigateway as apigateway, CfnParameter, Stack, Stage } from 'aws-cdk-lib';
import { HandMadeApi, HandMadePipeline, shop, synthesise } from './hand-made-app';
import { commandHere, commandLine, requestsFile } from './previewing';
import { temporaryFolder } from './temporary-folder';
import { assemblyOfApp } from '../../preview/template/cloud-assembly';

const requests = requestsFile([{}]);
const preview = (folder: string, ...args: string[]) => commandHere(['--app', folder, '--requests', requests, '--out', temporaryFolder(), ...args]);

/** The cloud assembly of an app whose stack `Shop` is at its top. */
function assembly(build: (app: App) => void): string {
  return dirname(synthesise(build)('Shop'));
}

test('all stacks of the assembly are read, in the order of the app', async () => {
  const folder = assembly((app) => {
    new HandMadeApi(new Stack(app, 'Shop'), 'Orders');
    new HandMadePipeline(new Stack(app, 'Analytics'), 'Usage');
  });
  const { status, stdout, stderr } = await preview(folder, '--query', 'select count(*) as requests from logs');
  expect(stderr).toContain('Analytics/Usage: 1 delivered, 0 failed, 0 unresolved');
  expect(stdout).toBe('requests\r\n1\r\n');
  expect(status).toBe(0);
});

test('also those of a stage of the app, and a stack may be empty', async () => {
  const folder = assembly((app) => {
    new Stack(app, 'Shop');
    for (const name of ['Test', 'Live']) {
      const stack = new Stack(new Stage(app, name), 'Shop');
      new HandMadeApi(stack, 'Orders', `amazon-apigateway-${name}`);
      new HandMadePipeline(stack, name, { streamName: `amazon-apigateway-${name}` });
    }
  });
  const { status, stderr } = await preview(folder, '--pipeline', 'Live/Shop/Live');
  expect(stderr).toMatch(/^Test\/Shop\/Test: 0 delivered.*\nLive\/Shop\/Live: 1 delivered/);
  expect(status).toBe(0);
});

test('by default the assembly of the folder that the user is in: cdk.out, or the output of cdk.json', () => {
  const app = temporaryFolder();
  renameSync(dirname(shop()), join(app, 'cdk.out'));
  expect(commandLine(['--requests', requests], { INIT_CWD: app })).toMatchObject({ status: 0, stderr: expect.stringContaining('Shop/Usage: 1 delivered') });
  writeFileSync(join(app, 'cdk.json'), '{ "app": "node app.js" }');
  expect(assemblyOfApp(app)).toBe(join(app, 'cdk.out'));
  writeFileSync(join(app, 'cdk.json'), '{ "app": "node app.js", "output": "build/assembly" }');
  expect(assemblyOfApp(app)).toBe(join(app, 'build/assembly'));
});

test.each<[string, () => string, string[]]>([
  ['that is not there', () => 'nowhere/cdk.out', ['there is no ', 'nowhere/cdk.out', 'Run `cdk synth` first', '--app']],
  ['that is another folder', () => temporaryFolder(), ['has no manifest.json', 'Run `cdk synth` first', '--app']],
  ['without a stack', () => dirname(synthesise(() => undefined)('manifest')), ['has no stack', 'cdk synth']],
  ['whose manifest is no JSON', brokenAssembly, ['manifest.json is not JSON']],
])('an assembly %s is refused', async (_what, folder, words) => {
  const { status, stderr } = await preview(folder());
  expect(stderr).toMatch(/^error: [^\n]+\.\n$/);
  for (const word of words) expect(stderr).toContain(word);
  expect(status).toBe(2);
});

test('templates and an assembly exclude each other', async () => {
  const template = shop();
  const { status, stderr } = await preview(dirname(template), '--template', template);
  expect(stderr).toContain('--template <FILE...>\' cannot be used with option \'-a, --app <DIR>');
  expect(status).toBe(2);
});

test('two pipelines of the same names, for two accounts, are previewed one at a time', async () => {
  const folder = assembly((app) => {
    new Stack(app, 'Shop');
    for (const name of ['Test', 'Live']) {
      const stack = new Stack(new Stage(app, name), 'Shop');
      new HandMadeApi(stack, 'Orders');
      new HandMadePipeline(stack, 'Usage');
    }
  });
  const { status, stderr } = await preview(folder);
  expect(stderr).toMatch(/^error: the pipelines Test\/Shop\/Usage and Live\/Shop\/Usage both have the delivery stream amazon-apigateway-hand-made, .* --template\.\n$/);
  expect(status).toBe(2);
  const template = readdirSync(join(folder, 'assembly-Live')).find((file) => file.endsWith('.template.json'))!;
  const one = ['--template', join(folder, 'assembly-Live', template), '--requests', requests, '--out', temporaryFolder()];
  expect(await commandHere(one)).toMatchObject({ status: 0, stderr: expect.stringContaining('Live/Shop/Usage: 1 delivered') });
});

test('where a stack cannot be previewed, the error says how to leave it out', async () => {
  const folder = assembly((app) => {
    const stack = new Stack(app, 'Shop');
    new HandMadeApi(stack, 'Orders');
    new HandMadePipeline(stack, 'Usage');
    const other = new Stack(app, 'Other');
    new apigateway.CfnStage(other, 'Stage', { restApiId: 'a', accessLogSetting: { destinationArn: new CfnParameter(other, 'Destination').valueAsString, format: 'f' } });
  });
  const { status, stderr } = await preview(folder);
  expect(stderr).toMatch(/^error: template Other needs a value for its parameter Destination, [^\n]+ name the templates of the other stacks with --template\.\n$/);
  expect(status).toBe(2);
  const alone = ['--template', join(folder, 'Shop.template.json'), '--requests', requests, '--out', temporaryFolder()];
  expect(await commandHere(alone)).toMatchObject({ status: 0 });
});

function brokenAssembly(): string {
  const folder = join(temporaryFolder(), 'cdk.out');
  mkdirSync(folder);
  writeFileSync(join(folder, 'manifest.json'), 'artifacts:');
  return folder;
}
