import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { App, Duration, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import * as library from '../src';
import { acknowledgedTable } from './lint/acknowledged';
import { commandHere } from './preview/previewing';
import { temporaryFile, temporaryFolder } from './preview/temporary-folder';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const README = read('README.md');
const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'].map(read).join('\n');

function snippets(language: string): string[] {
  return [...[README, ...['docs/operating.md', 'docs/changing-format.md', 'docs/dashboard.md', 'docs/migrating.md'].map(read)].join('\n').matchAll(new RegExp(`^\`\`\`${language}(?: nofixture)?\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code]) => code);
}

/** What the snippets take for granted: an API, and the names that their first lines would import. */
function surroundings() {
  const stack = new Stack(new App(), 'OrdersApi');
  const api = new apigateway.RestApi(stack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
  api.root.addMethod('GET');
  const team = new iam.Role(stack, 'Team', { assumedBy: new iam.AccountRootPrincipal() });
  const operators = new sns.Topic(stack, 'Alarms');
  return { stack, api, team, operators, apigateway, Duration, lambda, sns, Tags, ...library };
}

function execute(code: string, names: Record<string, unknown>): void {
  const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
  const given = code.includes('import ') ? {} : names;
  const load = (id: string): unknown => id === 'cdk-api-usage-analytics' ? library : jest.requireActual(id);
  new Function('require', 'exports', ...Object.keys(given), outputText)(load, {}, ...Object.values(given));
}

test.each(snippets('ts').map((code) => [code]))('this snippet synthesises:\n%s', (code) => {
  const names = surroundings();
  const { stack } = names;
  const declares = /const usage = |new ApiUsageAnalytics\(/.test(code);
  const usage = declares ? undefined : new library.ApiUsageAnalytics(stack, 'Usage', { stages: [names.api.deploymentStage] });
  execute(code, usage ? { ...names, usage } : names);
  expect(Object.keys(Template.fromStack(stack).toJSON())).toContain('Resources');
});

test.each([
  ['python', 'examples/python/app.py'],
  ['java', 'examples/java/src/main/java/example/OrdersApp.java'],
  ['go', 'examples/go/main.go'],
])('the quick start in %s is a part of the app that CI synthesises', (language, app) => {
  const lines = (code: string) => code.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const [start] = snippets(language);
  expect(lines(start).length).toBeGreaterThan(5);
  expect(lines(start).filter((line) => !lines(read(app)).includes(line))).toEqual([]);
});

test('a snippet with imports is compiled without a fixture, which has the same imports, and any other snippet with one', () => {
  const fences = [...README.matchAll(/^```ts([^\n]*)\n(.*?)^```$/gms)].map(([, info, code]) => ({ code, bare: info === ' nofixture' }));
  expect(fences.length).toBeGreaterThan(5);
  expect(fences.filter(({ code, bare }) => bare !== code.includes('import ')).map(({ code }) => code)).toEqual([]);
});

test('the request and the query of the preview section fit the app of the use section', async () => {
  const [use] = snippets('ts');
  const [request] = snippets('json');
  const [, query] = /--query "(.*?)"/.exec(snippets('sh').find((code) => code.includes('cdk-api-usage-analytics-preview'))!)!;
  const out = temporaryFolder();
  process.env.CDK_OUTDIR = join(out, 'cdk.out');
  execute(`${use}\napp.synth();`, {});
  delete process.env.CDK_OUTDIR;
  const { stdout, stderr, status } = await commandHere([
    '--app', join(out, 'cdk.out'), '--requests', temporaryFile('requests.ndjson', request), '--out', join(out, 'preview'), '--query', query,
  ]);
  expect(stderr).not.toMatch(/note|problem|error/);
  expect(stdout).toBe('customer_name,requests\r\nUmbrella,1\r\n');
  expect(status).toBe(0);
});

test('the commands and the notebook name what the stack has', () => {
  const { stack, api } = surroundings();
  new library.ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
  const template = Template.fromStack(stack);
  const named = Object.values(template.findResources('AWS::Athena::NamedQuery')).map(({ Properties }) => Properties.Name as string);
  const commands = snippets('sh').find((code) => code.includes('start-query-execution'))!;
  expect(named).toContain(/Name=='(.*?)'/.exec(commands)![1]);
  for (const [, output] of commands.matchAll(/\$\(output (\w+)\)/g)) expect(Object.keys(template.findOutputs('*')).filter((name) => name.includes(output))).toHaveLength(1);
  const notebook = snippets('python').find((code) => code.includes('awswrangler'))!;
  const columns = Object.values(template.findResources('AWS::Glue::Table'))
    .find(({ Properties }) => Properties.TableInput.Name === /FROM (\w+)/.exec(notebook)![1])!.Properties.TableInput.StorageDescriptor.Columns as { readonly Name: string }[];
  expect(columns.map(({ Name }) => Name)).toEqual(expect.arrayContaining(['request_day', 'customer_name', 'requests', 'partition_to']));
  // Arguments of awswrangler.athena.read_sql_query.
  expect([...notebook.matchAll(/^ {4}(\w+)=/gm)].map(([, name]) => name)).toEqual(['database', 'workgroup', 'ctas_approach']);
});

test('every option is there, with its default', () => {
  const documented = [...README.matchAll(/^\| `(\w+)` \| (.+?) \| .+ \|$/gm)].map(([, prop, byDefault]) => [prop, byDefault.replace(/`/g, '')]);
  const declared = [...read('src/props.ts').matchAll(/@default (?:- )?(.+?)\n.*?readonly (\w+)\?/gs)].map(([, byDefault, prop]) => [prop, byDefault.replace(/`/g, '')]);
  expect(declared.length).toBeGreaterThan(10);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(declared));
});

test('every output that a page names is one of the stack', () => {
  const { stack, api } = surroundings();
  new library.ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage] });
  const outputs = Object.keys(Template.fromStack(stack).findOutputs('*'));
  const docs = readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`);
  const pages = ['README.md', ...docs].map(read).join('\n');
  const named = [...pages.matchAll(/\boutput (that contains )?`(\w+)`/g)].map(([, contains, name]) => ({ contains: contains !== undefined, name }));
  expect(named.length).toBeGreaterThan(3);
  for (const { contains, name } of named) expect(outputs.filter((output) => contains ? output.includes(name) : output === name)).toHaveLength(1);
});

test('the page of symptoms says what a running crawler does, and how to see a failed crawl', () => {
  const page = read('docs/troubleshooting.md');
  expect(page).toMatch(/^\| .*CrawlerRunningException.* \| .*stop-crawler.* \|$/m);
  expect(page).toMatch(/^\| .*crawl.* \| .*list-crawls.*ErrorMessage.*\/aws-glue\/crawlers.* \|$/m);
});

test('every command is one of the package', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const { tasks } = JSON.parse(read('.projen/tasks.json')) as { tasks: Record<string, unknown> };
  const run = [...PAGES.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, script]) => script);
  const projen = [...PAGES.matchAll(/npx projen ([a-z][\w:-]*)/g)].map(([, task]) => task);
  expect(run).toEqual(expect.arrayContaining(['demo', 'preview']));
  expect(run.filter((script) => !(script in scripts))).toEqual([]);
  expect(projen.filter((task) => !(task in tasks))).toEqual([]);
});

test('what cdk-nag finds and stays is listed', () => {
  expect(read('docs/security.md')).toContain(acknowledgedTable());
});

test('every link within the repository leads somewhere', () => {
  const links = [...README.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link).filter((link) => !link.startsWith('https:'));
  expect(links).toContain('API.md');
  const { existsSync } = jest.requireActual<typeof import('fs')>('fs');
  expect(links.filter((link) => link !== 'API.md' && !existsSync(join(ROOT, link)))).toEqual([]);
});
