import { App, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { dashboardStack, dashboardTemplate, OWNERS } from './dashboard';
import { ApiUsageAnalytics, DashboardOptions, DashboardRefresh, QuickSightPrincipal } from '../../src';
import { REGION, restApi } from '../support/app';
import { propertiesOf } from '../support/template';

describe('the dashboard refuses', () => {
  test.each<[string, Partial<DashboardOptions>, string]>([
    ['no reader', { readers: [] }, 'dashboard.readers must name who may open the dashboard, got none. Add QuickSightPrincipal.user(name) or QuickSightPrincipal.group(name).'],
    ['too many readers', { readers: Array.from({ length: 65 }, (_, index) => QuickSightPrincipal.user(`user${index}`)) }, 'dashboard.readers must have at most 64 entries, because QuickSight accepts no more, got 65. Use a group.'],
    ['too many authors', { authors: Array.from({ length: 65 }, () => OWNERS) }, 'dashboard.authors must have at most 64 entries'],
    ['an ARN as a name', { readers: [QuickSightPrincipal.user('arn:aws:quicksight:us-east-1:111122223333:user/default/jane')] }, 'dashboard.readers[0]: name of QuickSightPrincipal.user must be the name of the user alone, such as \'owners\', got the ARN'],
    ['an empty name', { authors: [OWNERS, QuickSightPrincipal.group(' ')] }, 'dashboard.authors[1]: name of QuickSightPrincipal.group must have Latin letters, digits and signs only, got \' \''],
    ['a name in another script', { readers: [QuickSightPrincipal.user('Ольга')] }, 'must have Latin letters'],
    ['no name', { readers: [QuickSightPrincipal.user(undefined as never)] }, 'name of QuickSightPrincipal.user must be a string, got undefined'],
    ['a namespace', { readers: [QuickSightPrincipal.user('jane', { namespace: 'a b' })] }, 'namespace of QuickSightPrincipal.user must have 1 to 64 letters'],
    ['a region', { readers: [QuickSightPrincipal.user('jane', { identityRegion: 'Ireland' })] }, 'identityRegion of QuickSightPrincipal.user must be a region, such as \'us-east-1\', got \'Ireland\''],
    ['an option of the wrong type', { readers: [QuickSightPrincipal.user('jane', { namespace: 1 as never })] }, 'namespace of QuickSightPrincipal.user must be a string, got 1'],
    ['an empty title', { title: '' }, 'dashboard.title must have 1 to 2048 Latin letters, digits and signs, because QuickSight accepts no others, got \'\''],
    ['a title in another script', { title: '利用状況' }, 'dashboard.title must have'],
    ['a theme that is none', { themeArn: 'MIDNIGHT' }, 'dashboard.themeArn must be the ARN of a QuickSight theme, such as \'arn:aws:quicksight::aws:theme/MIDNIGHT\', got \'MIDNIGHT\''],
    ['a time', { refresh: DashboardRefresh.daily({ time: '24:00' }) }, 'dashboard.refresh: time of DashboardRefresh.daily must be HH:MM from 00:00 to 23:59, such as \'05:00\', got \'24:00\'.'],
    ['a time zone', { refresh: DashboardRefresh.daily({ timeZone: 'Berlin' }) }, 'timeZone of DashboardRefresh.daily must be an IANA time zone, such as \'Europe/Berlin\', got \'Berlin\''],
    ['a time of the wrong type', { refresh: DashboardRefresh.daily({ time: 5 as never }) }, 'time of DashboardRefresh.daily must be a string, got 5'],
    ['readers of the wrong type', { readers: ['jane' as never] }, 'dashboard.readers[0] must be a QuickSightPrincipal, such as QuickSightPrincipal.group(name) or QuickSightPrincipal.user(name), got \'jane\''],
  ])('%s', (_title, options, message) => {
    expect(() => dashboardStack(options)).toThrow(message);
  });
});

test('warns in a region where QuickSight was not known', () => {
  const stack = (region: string) => {
    const made = new Stack(new App(), 'Stack', { env: { region } });
    new ApiUsageAnalytics(made, 'Usage', { stages: [restApi(made).deploymentStage], dashboard: { readers: [OWNERS] } });
    return made;
  };
  Annotations.fromStack(stack('mx-central-1')).hasWarning('*', Match.stringLikeRegexp('QuickSight was not known in the region mx-central-1'));
  Annotations.fromStack(stack(REGION)).hasNoWarning('*', Match.stringLikeRegexp('QuickSight'));
});

test('a title, a name and a theme may be known at deployment only', () => {
  const stack = new Stack(new App(), 'Stack');
  const token = new CfnParameter(stack, 'Token').valueAsString;
  new ApiUsageAnalytics(stack, 'Usage', {
    stages: [restApi(stack).deploymentStage],
    dashboard: { readers: [QuickSightPrincipal.user(token, { namespace: token, identityRegion: token })], title: token, themeArn: token },
  });
  const properties = propertiesOf(Template.fromStack(stack), 'AWS::QuickSight::Dashboard');
  expect(properties).toMatchObject({ Name: { Ref: 'Token' }, ThemeArn: { Ref: 'Token' } });
});

test('the theme of the user takes the place of that of the library', () => {
  const template = dashboardTemplate({ themeArn: Fn.importValue('ThemeArn') });
  expect(template.findResources('AWS::QuickSight::Theme')).toEqual({});
  expect(propertiesOf(template, 'AWS::QuickSight::Dashboard').ThemeArn).toEqual({ 'Fn::ImportValue': 'ThemeArn' });
});
