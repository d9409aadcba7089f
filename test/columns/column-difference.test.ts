import { App, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccessLogColumn, ApiUsageAnalytics, ApiUsageAnalyticsProps } from '../../src/index';
import { COLUMNS } from '../../src/schema/columns';

const TENANT = AccessLogColumn.text('tenant', '$context.authorizer.tenantId');

function synthesised(props: ApiUsageAnalyticsProps) {
  const stack = new Stack(new App(), 'Api');
  const usage = new ApiUsageAnalytics(stack, 'Usage', props);
  return { usage, template: Template.fromStack(stack) };
}

/** The columns of the table of requests, by name. */
function tableOf(template: Template): { Name: string; Type: string; Comment: string }[] {
  const tables = Object.values(template.findResources('AWS::Glue::Table', { Properties: { TableInput: { Name: 'logs' } } }));
  return tables[0].Properties.TableInput.StorageDescriptor.Columns;
}

const logged = (usage: ApiUsageAnalytics) => JSON.parse(usage.accessLogFormat.toString()) as Record<string, string>;

test('a column of the owner goes to format, table and handler, in the order given and after ours', () => {
  const { usage, template } = synthesised({
    extraColumns: [
      TENANT,
      AccessLogColumn.integer('items', '$context.authorizer.items', { comment: 'How many.' }),
      AccessLogColumn.number('score', '$context.authorizer.score'),
      AccessLogColumn.flag('trial', '$context.authorizer.trial'),
      AccessLogColumn.timestamp('signed_in_at', '$context.authorizer.claims.iat'),
      AccessLogColumn.text('resource', '$context.resourceId', { maxBytes: 64 }),
    ],
  });
  expect(tableOf(template).slice(COLUMNS.length).map(({ Name, Type }) => [Name, Type])).toEqual([
    ['tenant', 'string'], ['items', 'bigint'], ['score', 'double'], ['trial', 'boolean'], ['signed_in_at', 'timestamp'], ['resource', 'string'],
  ]);
  expect(tableOf(template).find(({ Name }) => Name === 'items')!.Comment).toBe('How many.');
  const names = Object.keys(logged(usage));
  expect(logged(usage).tenant).toBe('$context.authorizer.tenantId');
  // What API Gateway gives stands before what a caller chooses.
  expect(names.indexOf('resource')).toBeLessThan(names.indexOf('request_id'));
  expect(names.slice(-6)).toEqual(['tenant', 'items', 'score', 'trial', 'signed_in_at', 'fieldCount']);
});

test('a column that is omitted is neither logged nor in the table', () => {
  const { usage, template } = synthesised({ omitColumns: ['user_agent', 'user_arn', 'api_name', 'user_agent'] });
  for (const name of ['user_agent', 'user_arn', 'api_name']) {
    expect(Object.keys(logged(usage))).not.toContain(name);
    expect(tableOf(template).map(({ Name }) => Name)).not.toContain(name);
  }
  expect(tableOf(template)).toHaveLength(COLUMNS.length - 3);
});

const text = (name: string, variable = '$context.authorizer.x') => ({ extraColumns: [AccessLogColumn.text(name, variable)] });
const named = (name: string) => `got '${name}'`;

test.each<[string, ApiUsageAnalyticsProps, (RegExp | string)[]]>([
  ['the name of a default column', text('status'), [/is already a column/, named('status'), 'own_status']],
  ['the name of an omitted column', { ...text('user_agent'), omitColumns: ['user_agent'] }, [/is already a column/]],
  ['a partition', text('hour'), [/is already a column/]],
  ['a repeated name', { extraColumns: [TENANT, TENANT] }, ['extraColumns[1]', /another entry of extraColumns/]],
  ['a reserved word', text('order'), [/reserved word of SQL/, 'order_value']],
  ['camelCase', text('tenantId'), [/snake_case/, named('tenantId')]],
  ['an empty name', text(''), [/snake_case/]],
  ['a long name', text('a'.repeat(129)), [/at most 128/]],
  ['no prefix', text('tenant', 'authorizer.tenantId'), [/must begin with '\$context\.'/]],
  ['the secret key', text('tenant', '$context.identity.apiKey'), [/secret value/, /identity\.apiKeyId/]],
  ['the header of the secret key', text('tenant', '$context.requestOverride.header.X-Api-Key'), [/secret value/]],
  ['a misspelt variable', text('tenant', '$context.identity.sourceIP'), [/did you mean '\$context\.identity\.sourceIp'/]],
  ['a variable of HTTP APIs', text('tenant', '$context.routeKey'), [/variable of a REST API/]],
  ['a variable that is like none', text('tenant', '$context.zzzz'), [/variable of a REST API.*\(see https:/]],
  ['illegal characters', text('tenant', '$context.authorizer.tenant-id'), [/letters, digits and underscores/]],
  ['too many bytes', { extraColumns: [AccessLogColumn.text('tenant', '$context.authorizer.x', { maxBytes: 4097 })] }, [/from 1 to 4096/, 'got 4097']],
  ['no bytes', { extraColumns: [AccessLogColumn.text('tenant', '$context.authorizer.x', { maxBytes: 0 })] }, [/from 1 to 4096/]],
  ['a long comment', { extraColumns: [AccessLogColumn.flag('tenant', '$context.authorizer.x', { comment: 'x'.repeat(256) })] }, [/255/]],
  ['a format that is too long', {
    extraColumns: Array.from({ length: 60 }, (_, index) => AccessLogColumn.text(`column_${index}`, `$context.authorizer.value${index}`)),
  }, [/3072/, /fewer extraColumns/]],
  ['an unknown column omitted', { omitColumns: ['user_agnet'] }, ['omitColumns[0]', named('user_agnet'), "Did you mean 'user_agent'?"]],
  ['a name that resembles no column', { omitColumns: ['nope'] }, [/got 'nope'\. The columns that can be omitted are api_name, /]],
  ['a token omitted', { omitColumns: [Lazy.string({ produce: () => 'path' })] }, [/omitColumns\[0\] must be a default column, got 'a token'/]],
  ['an essential column omitted', { omitColumns: ['status', 'api_key_id'] }, [/must not be 'status'/, /pipeline needs/]],
])('%s is an error that says so', (_, props, expected) => {
  let message = '';
  try {
    synthesised(props);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain('[Api/Usage]');
  for (const part of expected) expect(message).toMatch(typeof part === 'string' ? new RegExp(part.replace(/[[\]?]/g, '\\$&')) : part);
});
