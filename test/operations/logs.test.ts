import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as logs from 'aws-cdk-lib/aws-logs';
import { pipeline } from '../support/app';
import { resourcesOf } from '../support/template';

const groupsOf = (stack: Stack) => Object.values(resourcesOf(Template.fromStack(stack), 'AWS::Logs::LogGroup'));

test('every log group of the pipeline has a retention of a month and is deleted with the stack', () => {
  const groups = groupsOf(pipeline().stack);
  expect(groups).toHaveLength(4);
  for (const group of groups) expect(group).toMatchObject({ Properties: { RetentionInDays: 30 }, DeletionPolicy: 'Delete' });
});

test('logRetention applies to every log group', () => {
  const groups = groupsOf(pipeline({ logRetention: logs.RetentionDays.THREE_DAYS }).stack);
  expect(groups.map(({ Properties }) => Properties.RetentionInDays)).toEqual([3, 3, 3, 3]);
  const forEver = groupsOf(pipeline({ logRetention: logs.RetentionDays.INFINITE }).stack);
  expect(forEver.map(({ Properties }) => Properties?.RetentionInDays)).toEqual([undefined, undefined, undefined, undefined]);
});

test('every function of the pipeline logs to a declared group', () => {
  const template = Template.fromStack(pipeline().stack);
  const groups = Object.keys(resourcesOf(template, 'AWS::Logs::LogGroup'));
  const functions = Object.entries(resourcesOf(template, 'AWS::Lambda::Function')).filter(([id]) => id.startsWith('Usage'));
  expect(functions).toHaveLength(3);
  for (const [, { Properties }] of functions) expect(groups).toContain(Properties.LoggingConfig.LogGroup.Ref);
});
