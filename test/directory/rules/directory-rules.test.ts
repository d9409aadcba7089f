import { Lazy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { DIRECTORY_ENVIRONMENT } from '../../../src/directory/refresh/environment';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, CustomerIdentity, DirectoryScope, InternalKeys } from '../../../src/index';
import { newStack, pipeline } from '../../support/app';
import { environmentOf } from '../../support/readable';

/** What the directory's function reads of what the construct wrote. */
function rulesOf(props: ApiUsageAnalyticsProps) {
  const { scope, customer, internalKeys } = DIRECTORY_ENVIRONMENT.fromEnvironment(environmentOf(Template.fromStack(pipeline(props).stack), 'UsageDirectory'));
  return { scope, customer, internalKeys };
}

const DEFAULT = { scope: 'pipeline', customer: { from: 'keyName' }, internalKeys: { ids: [], tags: {} } };

test.each<[string, ApiUsageAnalyticsProps, object]>([
  ['nothing', {}, {}],
  ['a scope', { directoryScope: DirectoryScope.account() }, { scope: 'account' }],
  ['the default scope', { directoryScope: DirectoryScope.pipeline() }, {}],
  ['the default customer', { customer: CustomerIdentity.fromKeyName() }, {}],
  ['a tag', { customer: CustomerIdentity.fromKeyTag('cost-centre') }, { customer: { from: 'keyTag', tag: 'cost-centre' } }],
  ['the Marketplace id', { customer: CustomerIdentity.fromMarketplaceId() }, { customer: { from: 'marketplaceId' } }],
  ['a pattern', { customer: CustomerIdentity.fromKeyNamePattern('{customer}-*') }, { customer: { from: 'keyNamePattern', pattern: '{customer}-*' } }],
  ['internal keys by id', { internalKeys: { ids: ['a1b2'] } }, { internalKeys: { ids: ['a1b2'], tags: {} } }],
  ['internal keys by tag', { internalKeys: { tags: { purpose: 'health' } } }, { internalKeys: { ids: [], tags: { purpose: 'health' } } }],
])('the function is told %s', (_what, props, rules) => {
  expect(rulesOf(props)).toEqual({ ...DEFAULT, ...rules });
});

test('the id of a key of the same stack may be known at deployment only', () => {
  const { stack } = pipeline();
  const { keyId } = new apigateway.ApiKey(stack, 'Monitor');
  new ApiUsageAnalytics(stack, 'Other', { internalKeys: { ids: [keyId, 'a1b2'] } });
  expect(environmentOf(Template.fromStack(stack), 'OtherDirectory').INTERNAL_KEYS).toMatch(/^\{"ids":\["<Monitor\w+>","a1b2"\],"tags":\{\}\}$/);
});

const token = Lazy.string({ produce: () => 'later' });

test.each<[string, CustomerIdentity, string]>([
  ['a pattern without a customer', CustomerIdentity.fromKeyNamePattern('acme-*'), 'got \'acme-*\''],
  ['a pattern without an end', CustomerIdentity.fromKeyNamePattern('{customer}-'), 'such as \'{customer}-*\''],
  ['a pattern without a separator', CustomerIdentity.fromKeyNamePattern('{customer}*'), 'a separator and *'],
  ['a pattern of two customers', CustomerIdentity.fromKeyNamePattern('{customer}-{customer}*'), 'got '],
  ['a regular expression', CustomerIdentity.fromKeyNamePattern('^(.*)-'), 'CustomerIdentity.fromKeyTag'],
  ['an empty pattern', CustomerIdentity.fromKeyNamePattern(''), 'got \'\''],
  ['a long pattern', CustomerIdentity.fromKeyNamePattern(`{customer}${'-'.repeat(256)}*`), 'at most 256 characters'],
  ['a pattern that is a token', CustomerIdentity.fromKeyNamePattern(token), 'The pattern of CustomerIdentity.fromKeyNamePattern must be a literal'],
  ['an empty tag', CustomerIdentity.fromKeyTag(' '), '1 to 128 characters, got \' \''],
  ['a long tag', CustomerIdentity.fromKeyTag('t'.repeat(129)), '1 to 128 characters'],
  ['a tag that is a token', CustomerIdentity.fromKeyTag(token), 'The tag of CustomerIdentity.fromKeyTag must be a literal'],
])('%s is refused', (_what, customer, message) => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { customer })).toThrow(message);
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { customer })).toThrow(/^\[Stack\/Usage\] /);
});

test.each<[string, InternalKeys, string]>([
  ['nothing', {}, 'must name at least one id or one tag. Omit internalKeys'],
  ['empty lists', { ids: [], tags: {} }, 'must name at least one id or one tag'],
  ['an empty id', { ids: ['a1b2', ''] }, 'internalKeys.ids must be ids of API keys'],
  ['a name for an id', { ids: ['Health check'] }, 'got \'Health check\''],
  ['a tag without a key', { tags: { '': 'health' } }, 'internalKeys.tags must map keys of tags'],
  ['hundreds of ids', { ids: Array.from({ length: 300 }, (_, index) => `a1b2c3d${index}`) }, 'Give the keys a common tag'],
])('internal keys of %s are refused', (_what, internalKeys, message) => {
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { internalKeys })).toThrow(message);
  expect(() => new ApiUsageAnalytics(newStack(), 'Usage', { internalKeys })).toThrow(/^\[Stack\/Usage\] /);
});
