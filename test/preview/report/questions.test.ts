import { existsSync, readFileSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ApiUsageAnalytics } from '../../../src';
import { Resource } from '../../support/template';
import { shop, synthesise } from '../hand-made-app';
import { ordersApp, REQUEST } from '../orders-app';
import { commandHere, previewed, requestsFile } from '../previewing';
import { temporaryFolder } from '../temporary-folder';

const KEY = 'cdk-api-usage-analytics';

/** The template of the app, with what a test changes in its first named query, and in the view that it draws. */
function withQuery(edit: (query: Resource, view: Resource) => void): string {
  const [file] = ordersApp();
  const template = JSON.parse(readFileSync(file, 'utf8')) as { readonly Resources: Record<string, Resource> };
  const resources = Object.values(template.Resources);
  const query = resources.find(({ Type }) => Type === 'AWS::Athena::NamedQuery')!;
  const view = resources.find(({ Properties }) => Properties.TableInput?.Name === query.Metadata[KEY].visual.view)!;
  edit(query, view);
  writeFileSync(file, JSON.stringify(template));
  return file;
}

test.each<[string, (query: Record<string, unknown>, view: Record<string, unknown>) => void, RegExp]>([
  ['a version to come', (query) => { query.version = 2; }, /^error: the named query This month \(.*\) has metadata cdk-api-usage-analytics of version 2, and this preview reads version 1: run `npx cdk-api-usage-analytics-preview@VERSION`/],
  ['no version', (query) => { delete query.version; }, /version undefined/],
  ['neither an answer nor a visual', (query) => { delete query.visual; }, /without answer: synthesise/],
  ['a view of a version to come', (_, view) => { view.version = 2; }, /the view usage_daily \(.*\) has metadata cdk-api-usage-analytics of version 2/],
  ['a view without measures', (_, view) => { delete view.measures; }, /the view usage_daily .* without measures: synthesise/],
  ['a view without parts', (_, view) => { delete view.parts; }, /without parts: synthesise/],
  ['a visual of another view', (query) => { (query.visual as { view: string }).view = 'gone'; }, /This month .* draws the view gone, which has no metadata/],
])('%s is refused before anything runs', async (_what, edit, message) => {
  const out = join(temporaryFolder(), 'out');
  const template = withQuery((query, view) => edit(query.Metadata[KEY], view.Metadata[KEY]));
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
  expect(preview.notes).toEqual(['no report of Shop/Usage, because the templates declare no questions for the database usage']);
  expect(existsSync(join(out, 'report.html'))).toBe(false);
});

test('of several pipelines, report.html is of the chosen one, and each other one has a report named by its path', async () => {
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
    const title = (file: string) => /<title>(.*)<\/title>/.exec(readFileSync(join(out, file), 'utf8'))?.[1];
    expect(title('report.html')).toBe(`API usage: Shop/${name}Usage`);
    const [other] = ['Orders', 'Billing'].filter((each) => each !== name);
    expect(title(`report-Shop-${other}Usage.html`)).toBe(`API usage: Shop/${other}Usage`);
    expect(preview.reports.map((file) => basename(file)).sort()).toEqual([`report-Shop-${other}Usage.html`, 'report.html']);
  }
});
