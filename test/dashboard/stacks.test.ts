import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { dataSetsOf, definitionOf, OWNERS } from './dashboard';
import { mistakes } from './definition-rules';
import { ApiUsageAnalytics, QuickSightPrincipal } from '../../src';
import { ACCOUNT, REGION, restApi } from '../support/app';

const dashboard = { readers: [OWNERS], authors: [QuickSightPrincipal.user('jane')] };

test.each<[string, () => Stack]>([
  ['in a nested stack', () => {
    const nested = new NestedStack(new Stack(new App(), 'Stack'), 'Analytics');
    new ApiUsageAnalytics(nested, 'Usage', { stages: [restApi(nested).deploymentStage], dashboard });
    return nested;
  }],
  ['in another stack than the API', () => {
    const app = new App();
    const api = restApi(new Stack(app, 'OrdersApi'));
    const stack = new Stack(app, 'Analytics');
    new ApiUsageAnalytics(stack, 'Usage', { stages: [api.deploymentStage], dashboard });
    return stack;
  }],
  ['in an account and a region that are known', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: REGION } });
    new ApiUsageAnalytics(stack, 'Usage', { stages: [restApi(stack).deploymentStage], dashboard });
    return stack;
  }],
])('a dashboard %s', (_title, make) => {
  const template = Template.fromStack(make());
  expect(mistakes(definitionOf(template), dataSetsOf(template))).toEqual([]);
});
