import { readFileSync } from 'fs';
import { join } from 'path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ApiUsageAnalytics } from '../../src';
import { APPS } from '../lint/apps';
import { readable } from '../support/readable';
import { Json, listOf, resourcesOf } from '../support/template';

/* docs/security.md says which roles can create a log group; the templates of all examples say so too. */

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'security.md'), 'utf8');
const [, documentedRole, documentedGroup] = /only the (\w+)'s can create a log group:\s+`([^`]+)`/.exec(page)!;

/** The statements by which a role of the template can create a log group: `path below the construct: resources`. */
function creators(usage: ApiUsageAnalytics): string[] {
  const stack = Stack.of(usage);
  const template = Template.fromStack(stack);
  const roles = usage.node.findAll().filter((construct): construct is iam.CfnRole => construct instanceof iam.CfnRole);
  return roles.flatMap((role) => {
    const id = stack.resolve(role.logicalId) as string;
    const { Policies = [], ManagedPolicyArns } = resourcesOf(template, 'AWS::IAM::Role')[id].Properties;
    expect([role.node.path, ManagedPolicyArns]).toEqual([role.node.path, undefined]);
    const attached = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) => Object.values(resourcesOf(template, type)))
      .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(`"${id}"`)).map(({ Properties }) => Properties);
    return [...listOf(Policies as Json), ...attached]
      .flatMap(({ PolicyDocument }) => listOf(PolicyDocument.Statement as Json))
      .filter(({ Action }) => [Action].flat().some((action: string) => allows(action, 'logs:CreateLogGroup')))
      .flatMap(({ Resource }) => [Resource].flat().map((resource: Json) => `${role.node.path.slice(usage.node.path.length + 1)} ${readable(resource)}`));
  });
}

function allows(pattern: string, action: string): boolean {
  return new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i').test(action);
}

test.each(Object.entries(APPS))('only the role that the page names can create a log group: %s', (_, make) => {
  const pipelines = make().node.findAll().filter((construct): construct is ApiUsageAnalytics => construct instanceof ApiUsageAnalytics);
  expect(pipelines.length).toBeGreaterThan(0);
  for (const usage of pipelines) {
    const group = `arn:<Partition>:logs:<Region>:<AccountId>:log-group:${documentedGroup}`;
    const expected = usage.crawler ? [group, `${group}:*`] : [];
    expect(creators(usage).map((found) => found.replace(/^Catalog\/CrawlerRole\/Resource /, ''))).toEqual(expected);
  }
});

test('the page names the crawler', () => {
  expect(documentedRole).toBe('crawler');
});
