import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { FIREHOSE_METRICS } from '../../src/operations/firehose-metrics';
import { METRICS } from '../../src/operations/metrics';
import { OPERATING_PAGE } from '../../src/operations/operating-page';
import { pipeline } from '../support/app';
import { readable } from '../support/readable';
import { propertiesOf } from '../support/template';

interface Widget { readonly type: string; readonly properties: { markdown?: string; metrics?: unknown[][]; alarms?: string[] } }

const bodyOf = (template: Template) =>
  JSON.parse(readable(propertiesOf(template, 'AWS::CloudWatch::Dashboard').DashboardBody)) as { widgets: Widget[] };

function dashboardOf(...calls: ('alarms' | 'dashboard')[]): Widget[] {
  const { stack, usage } = pipeline({ streamName: 'amazon-apigateway-x' });
  for (const call of calls) call === 'alarms' ? usage.addAlarms() : usage.addOperationsDashboard();
  return bodyOf(Template.fromStack(stack)).widgets;
}

test('every metric of the tables is on the dashboard, under the name of its stream', () => {
  const shown = dashboardOf('dashboard').flatMap(({ properties }) => properties.metrics ?? []).map((metric) => metric.slice(0, 4));
  for (const { name } of Object.values(METRICS)) expect(shown).toContainEqual(['ApiUsageAnalytics', name, 'DeliveryStream', 'amazon-apigateway-x']);
  for (const { name } of Object.values(FIREHOSE_METRICS)) expect(shown).toContainEqual(['AWS/Firehose', name, 'DeliveryStreamName', 'amazon-apigateway-x']);
});

test('it links to the page for operators', () => {
  expect(dashboardOf('dashboard')[0].properties.markdown).toContain(`(${OPERATING_PAGE})`);
});

test.each([[['alarms', 'dashboard']], [['dashboard', 'alarms']]] as const)('it shows the alarms: %j', (calls) => {
  const [status] = dashboardOf(...calls).filter(({ type }) => type === 'alarm');
  expect(status.properties.alarms).toHaveLength(11);
});

test('without alarms it shows none', () => {
  expect(dashboardOf('dashboard').filter(({ type }) => type === 'alarm')).toEqual([]);
});

test('it is returned, and takes further widgets', () => {
  const { stack, usage } = pipeline();
  const dashboard = usage.addOperationsDashboard({ dashboardName: 'orders-usage' });
  expect(dashboard).toBeInstanceOf(cloudwatch.Dashboard);
  dashboard.addWidgets(new cloudwatch.TextWidget({ markdown: 'one more' }));
  const template = Template.fromStack(stack);
  expect(propertiesOf(template, 'AWS::CloudWatch::Dashboard').DashboardName).toBe('orders-usage');
  expect(bodyOf(template).widgets.at(-1)!.properties.markdown).toBe('one more');
});

test('a second call is an error', () => {
  const { usage } = pipeline();
  usage.addOperationsDashboard();
  expect(() => usage.addOperationsDashboard()).toThrow('[Stack/Usage] addOperationsDashboard was called twice.');
});

test.each(['', 'with blank', 'a'.repeat(256)])('the name %j is refused', (dashboardName) => {
  expect(() => pipeline().usage.addOperationsDashboard({ dashboardName })).toThrow(/dashboardName must be 1 to 255 letters, digits, hyphens and underscores/);
});
