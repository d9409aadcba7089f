import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { dashboardTemplate, definitionOf, OWNERS, visualsOf } from './dashboard';
import { ApiUsageAnalytics, QuickSightPrincipal, UsageQuestion, UsageVisual } from '../../src';
import frozen from '../golden/dashboard-ids.json';
import { restApi } from '../support/app';
import { resourcesOf } from '../support/template';

const ID = /^(DataSource|DataSet|Dashboard|Analysis|Theme)Id$/;

/** The ids of everything in QuickSight, by logical id. */
function ids(template: Template): Record<string, string> {
  const types = ['DataSource', 'DataSet', 'Theme', 'Dashboard', 'Analysis'].map((type) => `AWS::QuickSight::${type}`);
  return Object.fromEntries(types.flatMap((type) => Object.entries(resourcesOf(template, type)).map(([logicalId, { Properties }]) =>
    [logicalId, Properties[Object.keys(Properties).find((name) => ID.test(name))!]])));
}

// A changed id replaces: readers lose bookmarks and embedded dashboards, authors the data sets of their analyses.
test('ids in QuickSight and logical ids stay', () => {
  expect(ids(dashboardTemplate({ authors: [QuickSightPrincipal.user('jane')] }))).toEqual(frozen.resources);
});

test('sheets and visuals keep their ids', () => {
  const definition = definitionOf(dashboardTemplate());
  expect(Object.keys(visualsOf(definition))).toEqual(frozen.visuals);
});

test('a question, a reader, a title and an omitted column more replace nothing', () => {
  const question = UsageQuestion.visual({ id: 'more', title: 'More', question: 'More?', visual: UsageVisual.pie({ dimension: 'endpoint' }) });
  const before = ids(dashboardTemplate());
  const after = ids(dashboardTemplate({ readers: [OWNERS, QuickSightPrincipal.user('jane')], title: 'Usage' }, { questions: [question], omitColumns: ['user_agent'] }));
  const lost = Object.keys(before).filter((logicalId) => after[logicalId] !== before[logicalId]);
  expect(lost.filter((logicalId) => !/failedauthentication/i.test(logicalId))).toEqual([]);
});

test('two dashboards of an account live side by side', () => {
  const app = new App();
  const stacks = ['One', 'Two'].map((id) => new Stack(app, id));
  const dashboard = { readers: [OWNERS] };
  for (const stack of stacks) new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage], dashboard });
  // Two whole pipelines with dashboards are more than the megabyte of a template.
  new ApiUsageAnalytics(stacks[0], 'Other', { dashboard, omitColumns: ['response_latency_ms', 'integration_latency_ms', 'response_length_bytes'] });
  const all = stacks.flatMap((stack) => Object.values(resourcesOf(Template.fromStack(stack), 'AWS::QuickSight::DataSet'))).map(({ Properties }) => Properties.DataSetId);
  expect(all.length).toBeGreaterThan(50);
  expect(new Set(all).size).toBe(all.length);
});
