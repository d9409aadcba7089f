import { existsSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics } from '../../../src';
import { Resource } from '../../support/template';
import { shop, synthesise } from '../hand-made-app';
import { ordersApp, REQUEST } from '../orders-app';
import { commandHere, previewed, requestsFile } from '../previewing';
import { temporaryFolder } from '../temporary-folder';

const KEY = 'cdk-api-usage-analytics';

/** The template of the app, with what a test changes in its first named query. */
function withQuery(edit: (query: Resource) => void): string {
  const [file] = ordersApp();
  const template = JSON.parse(readFileSync(file, 'utf8')) as { readonly Resources: Record<string, Resource> };
  edit(Object.values(template.Resources).find(({ Type }) => Type === 'AWS::Athena::NamedQuery')!);
  writeFileSync(file, JSON.stringify(template));
  return file;
}

test.each<[string, (metadata: Record<string, unknown>) => void, RegExp]>([
  ['a version to come', (metadata) => { metadata.version = 2; }, /^error: the named query This month \(.*\) has questions of version 2, and this preview reads version 1: run the preview of the release/],
  ['no version', (metadata) => { delete metadata.version; }, /version undefined/],
  ['no answer', (metadata) => { delete metadata.answer; }, /without answer: synthesise/],
  ['a visual without measures', (metadata) => { delete metadata.measures; }, /without measures: synthesise/],
  ['a visual without parts', (metadata) => { delete metadata.parts; }, /without parts: synthesise/],
])('%s is refused before anything runs', async (_what, edit, message) => {
  const out = join(temporaryFolder(), 'out');
  const template = withQuery(({ Metadata }) => edit(Metadata[KEY]));
  const { status, stderr } = await commandHere(['--template', template, '--requests', requestsFile([REQUEST]), '--out', out]);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
  expect(existsSync(out)).toBe(false);
});

test('a named query without metadata is not a question', async () => {
  const template = withQuery(({ Metadata }) => { delete Metadata[KEY]; });
  const { preview, out } = await previewed(template, [REQUEST], 'SELECT 1');
  expect(preview.problems).toEqual([]);
  expect(existsSync(join(out, 'report.html'))).toBe(true);
});

test('a question whose statement fails is a problem, and the others have answers', async () => {
  const template = withQuery(({ Properties }) => { Properties.QueryString = 'SELECT nothing FROM "requests"'; });
  const { preview, out } = await previewed(template, [REQUEST], 'SELECT 1');
  expect(preview.problems).toEqual([expect.stringMatching(/^the question month-at-a-glance has no answer: .*nothing/)]);
  expect(existsSync(join(out, 'report.html'))).toBe(true);
});

test('no requests: a page that says so', async () => {
  const { out } = await previewed(ordersApp(), [], 'SELECT 1');
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('No requests yet');
});

test('templates without questions have no report, and it is told', async () => {
  const { preview, out } = await previewed(shop(), [{}], 'SELECT 1');
  expect(preview.notes).toEqual(['no report, because the templates declare no questions for the database usage']);
  expect(existsSync(join(out, 'report.html'))).toBe(false);
});

test('of several pipelines, the report is of the chosen one', async () => {
  const template = synthesise((app: App) => {
    const stack = new Stack(app, 'Shop');
    for (const name of ['Orders', 'Billing']) {
      const api = new apigateway.RestApi(stack, name);
      api.root.addMethod('GET');
      new ApiUsageAnalytics(stack, `${name}Usage`, { stages: [api.deploymentStage] });
    }
  })('Shop');
  for (const name of ['Orders', 'Billing']) {
    const { out, preview } = await previewed(template, [{ httpMethod: 'GET' }], 'SELECT count(*) FROM requests', { pipeline: `Shop/${name}Usage` });
    expect(preview.problems).toEqual([]);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(`<title>API usage: Shop/${name}Usage</title>`);
  }
});
