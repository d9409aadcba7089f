import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ApiUsageAnalytics } from '../../src';
import { ALARMS } from '../../src/operations/alarm-declarations';
import { newStack, pipeline, restApi } from '../support/app';
import { resourcesOf } from '../support/template';

const alarmsIn = (stack: Stack) => Object.keys(resourcesOf(Template.fromStack(stack), 'AWS::CloudWatch::Alarm'));

function operated(stack: Stack, id: string): ApiUsageAnalytics {
  const usage = new ApiUsageAnalytics(stack, id, { stages: [restApi(stack, `${id}Api`).deploymentStage] });
  usage.addAlarms();
  usage.addOperationsDashboard();
  return usage;
}

test('two pipelines in one stack have alarms and a dashboard each', () => {
  const stack = newStack();
  operated(stack, 'First');
  operated(stack, 'Second');
  expect(alarmsIn(stack)).toHaveLength(2 * (ALARMS.length - 1));
  expect(Object.keys(resourcesOf(Template.fromStack(stack), 'AWS::CloudWatch::Dashboard'))).toHaveLength(2);
});

test('two dashboards of one name are an error', () => {
  const { stack, usage } = pipeline();
  usage.addOperationsDashboard({ dashboardName: 'usage' });
  const other = new ApiUsageAnalytics(stack, 'Other', { stages: [restApi(stack, 'OtherApi').deploymentStage] });
  expect(() => other.addOperationsDashboard({ dashboardName: 'usage' })).toThrow('[Stack/Other] dashboardName \'usage\' is already used by Stack/Usage in the same stack.');
});

test('a pipeline in a nested stack has its alarms there', () => {
  const nested = new NestedStack(newStack(), 'Nested');
  operated(nested, 'Usage');
  expect(alarmsIn(nested)).toHaveLength(ALARMS.length - 1);
});

test('the topic can be in another stack', () => {
  const app = new App();
  const topic = new sns.Topic(new Stack(app, 'Shared'), 'Operators');
  const stack = new Stack(app, 'Usage');
  const usage = new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage] });
  usage.addAlarms({ topic });
  const actions = Object.values(resourcesOf(Template.fromStack(stack), 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.AlarmActions as unknown);
  expect(new Set(actions.map((action) => JSON.stringify(action))).size).toBe(1);
  expect(JSON.stringify(actions[0])).toContain('Fn::ImportValue');
});
