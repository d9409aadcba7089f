import { dashboardTemplate, OWNERS } from './dashboard';
import { QuickSightPrincipal } from '../../src';
import { readable } from '../support/readable';
import { Json, propertiesOf, resourcesOf } from '../support/template';

const JANE = QuickSightPrincipal.user('Admin/jane@example.com', { namespace: 'team', identityRegion: 'us-east-1' });
const OWNERS_ARN = 'arn:<Partition>:quicksight:<Region>:<AccountId>:group/default/owners';
const JANE_ARN = 'arn:<Partition>:quicksight:us-east-1:<AccountId>:user/team/Admin/jane@example.com';

function permissionsOf(properties: Json): Record<string, string[]> {
  return Object.fromEntries(((properties.Permissions ?? []) as Json[]).map(({ Principal, Actions }) => [readable(Principal), Actions]));
}

test('readers open the dashboard, and have nothing else', () => {
  const template = dashboardTemplate();
  expect(permissionsOf(propertiesOf(template, 'AWS::QuickSight::Dashboard'))).toEqual({
    [OWNERS_ARN]: ['quicksight:DescribeDashboard', 'quicksight:ListDashboardVersions', 'quicksight:QueryDashboard'],
  });
  for (const type of ['DataSet', 'DataSource', 'Theme']) {
    for (const { Properties } of Object.values(resourcesOf(template, `AWS::QuickSight::${type}`))) expect(Properties.Permissions).toBeUndefined();
  }
});

test('authors change the dashboard, copy the analysis and use the data, which the template owns', () => {
  const template = dashboardTemplate({ authors: [JANE] });
  expect(permissionsOf(propertiesOf(template, 'AWS::QuickSight::Dashboard'))[JANE_ARN]).toHaveLength(8);
  expect(permissionsOf(propertiesOf(template, 'AWS::QuickSight::Analysis'))).toEqual({ [JANE_ARN]: expect.arrayContaining(['quicksight:QueryAnalysis', 'quicksight:UpdateAnalysis']) });
  for (const type of ['DataSet', 'DataSource', 'Theme']) {
    for (const { Properties } of Object.values(resourcesOf(template, `AWS::QuickSight::${type}`))) {
      const actions = permissionsOf(Properties)[JANE_ARN];
      expect(actions.length).toBeLessThanOrEqual(20);
      expect(actions.filter((action) => /:(Update|Delete|Create|Put)/.test(action))).toEqual([]);
    }
  }
});

test('someone who reads and writes is named once', () => {
  const template = dashboardTemplate({ readers: [OWNERS, JANE], authors: [JANE] });
  const permissions = propertiesOf(template, 'AWS::QuickSight::Dashboard').Permissions as Json[];
  expect(permissions.map(({ Principal }) => readable(Principal))).toEqual([OWNERS_ARN, JANE_ARN]);
  expect(permissions[1].Actions).toContain('quicksight:UpdateDashboard');
});
