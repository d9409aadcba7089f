import { readFileSync } from 'fs';
import { join } from 'path';
import { App, Stack, Tags } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { synthesise } from './hand-made-app';
import { filesWith, previewed } from './previewing';
import { temporaryFile } from './temporary-folder';
import { ApiUsageAnalytics, ApiUsageAnalyticsProps, CustomerIdentity, DirectoryScope } from '../../src';
import { exampleApp } from '../lint/apps';

const API = 'OrdersA9B65338';

/** An API with four keys in a plan, whose names, tags and Marketplace ids say different things of their customer. */
function shop(props: (stack: Stack) => ApiUsageAnalyticsProps): string {
  return synthesise((app: App) => {
    const stack = new Stack(app, 'Shop');
    const api = new apigateway.RestApi(stack, 'Orders', { defaultMethodOptions: { apiKeyRequired: true } });
    api.root.addMethod('GET');
    const plan = api.addUsagePlan('Gold', { name: 'Gold', apiStages: [{ stage: api.deploymentStage }] });
    const key = (id: string, apiKeyName: string, tags: Record<string, string> = {}, customerId?: string) => {
      const made = new apigateway.ApiKey(stack, id, { apiKeyName, customerId });
      (made.node.defaultChild as apigateway.CfnApiKey).overrideLogicalId(id);
      for (const [tag, value] of Object.entries(tags)) Tags.of(made).add(tag, value);
      plan.addApiKey(made);
    };
    key('k1', 'acme-backup', { customer: 'Acme Ltd' }, 'm-1');
    key('k2', 'acme-web', { customer: 'Acme Ltd' }, 'm-1');
    key('k3', 'umbrella');
    key('k4', 'monitor-eu', { purpose: 'health-check' });
    new ApiUsageAnalytics(stack, 'Usage', { ...props(stack), stages: [api.deploymentStage] });
  })('Shop');
}

const requests = ['k1', 'k2', 'k3', 'k4', '-', 'gone'].map((key) => ({ 'apiId': API, 'stage': 'prod', 'identity.apiKeyId': key }));

test.each<[string, CustomerIdentity | undefined, string[]]>([
  ['the name of the key', undefined, ['acme-backup', 'acme-web', 'umbrella', 'monitor-eu']],
  ['a tag of the key', CustomerIdentity.fromKeyTag('customer'), ['Acme Ltd', 'Acme Ltd', 'umbrella', 'monitor-eu']],
  ['the Marketplace id', CustomerIdentity.fromMarketplaceId(), ['m-1', 'm-1', 'umbrella', 'monitor-eu']],
  ['a part of the key\'s name', CustomerIdentity.fromKeyNamePattern('{customer}-*'), ['acme', 'acme', 'umbrella', 'monitor']],
])('the customer is %s, in the rows and in api_keys', async (_what, customer, expected) => {
  const template = shop(() => ({ customer }));
  const { rows } = await previewed(template, requests,
    'SELECT l.customer_id, l.customer_name, l.api_key_name, k.customer_id FROM logs l LEFT JOIN api_keys k USING (api_key_id) ORDER BY requested_at');
  const names = ['acme-backup', 'acme-web', 'umbrella', 'monitor-eu'];
  expect(rows).toEqual([...expected.map((each, index) => `${each},${each},${names[index]},${each}`), ',,,', ',,,']);
});

test.each<[string, ApiUsageAnalyticsProps['internalKeys']]>([
  ['by id', { ids: ['k4'] }],
  ['by tag', { tags: { purpose: 'health-check' } }],
])('internal keys %s are flagged, in the rows and in api_keys; a request without a known key is not', async (_what, internalKeys) => {
  const { rows } = await previewed(shop(() => ({ internalKeys })), requests,
    'SELECT l.api_key_id, l.internal_key, k.internal_key FROM logs l LEFT JOIN api_keys k USING (api_key_id) ORDER BY requested_at');
  expect(rows).toEqual(['k1,false,false', 'k2,false,false', 'k3,false,false', 'k4,true,true', ',,', 'gone,,']);
});

describe('an account with another team in it', () => {
  const destination = (stream: string) => ({ destinationArn: `arn:aws:firehose:us-east-1:123456789012:deliverystream/${stream}` });
  const directory = temporaryFile('directory.json', JSON.stringify({
    restApis: [{ id: API, name: 'Orders' }, { id: 'theirs', name: 'Their API' }],
    stages: { [API]: [{ stageName: 'beta', accessLogSettings: destination('amazon-apigateway-other') }], theirs: [{ stageName: 'prod' }] },
    usagePlans: [
      { id: 'p1', name: 'Gold', apiStages: [{ apiId: API, stage: 'prod' }] },
      { id: 'p2', name: 'Their plan', apiStages: [{ apiId: 'theirs', stage: 'prod' }, { apiId: API, stage: 'beta' }] },
      { id: 'p3', name: 'Gone', apiStages: [{ apiId: 'deleted', stage: 'prod' }] },
    ],
    apiKeys: [{ id: 'k1', name: 'Acme' }, { id: 'k2', name: 'Their key' }, { id: 'k3', name: 'Loose key' }],
    usagePlanKeys: { p1: [{ id: 'k1' }], p2: [{ id: 'k2' }] },
  }));
  const tables = ['api_keys', 'usage_plans', 'stages'].map((name) => `(SELECT count(*) FROM ${name})`).join(', ');

  test('only keys and plans of the stages of the pipeline are kept', async () => {
    const { rows, out } = await previewed(shop(() => ({})), requests.slice(0, 3),
      `SELECT api_key_id, customer_name, enrichment_status, ${tables} FROM logs ORDER BY requested_at`, { directory });
    // A stage that only a plan names counts as logging to the pipeline, even one of an API that is not listed.
    expect(rows).toEqual(['k1,Acme,enriched,1,2,2', 'k2,,unknown_key,1,2,2', 'k3,,unknown_key,1,2,2']);
    expect(['Their plan', 'Their key', 'Loose key'].flatMap((name) => filesWith(out, name))).toEqual([]);
  });

  test('or everything', async () => {
    const { rows } = await previewed(shop(() => ({ directoryScope: DirectoryScope.account() })), requests.slice(0, 3),
      `SELECT api_key_id, customer_name, enrichment_status, ${tables} FROM logs ORDER BY requested_at`, { directory });
    expect(rows).toEqual(['k1,Acme,enriched,3,4,2', 'k2,Their key,no_plan,3,4,2', 'k3,Loose key,no_plan,3,4,2']);
  });
});

test('a stage that a custom resource attaches is one of the pipeline\'s', async () => {
  const template = synthesise((app: App) => {
    const stack = new Stack(app, 'Shop');
    const usage = new ApiUsageAnalytics(stack, 'Usage');
    const stage = new apigateway.CfnStage(stack, 'Attached', { restApiId: 'abc', stageName: 'live' });
    stage.addOverride('Type', 'Custom::ApiGatewayAccessLog');
    stage.addPropertyOverride('DestinationArn', `arn:aws:firehose:us-east-1:123456789012:deliverystream/${usage.stream.deliveryStreamName}`);
    stage.addPropertyOverride('Format', '{"extended_request_id":"$context.extendedRequestId"}\n');
    new apigateway.CfnUsagePlan(stack, 'Plan', { apiStages: [{ apiId: 'abc', stage: 'live' }] });
  })('Shop');
  const { rows } = await previewed(template, [], 'SELECT api_id, stage FROM stages');
  expect(rows).toEqual(['abc,live']);
});

test('the example: two keys of one customer, and one of the owner', async () => {
  const { directory } = exampleApp('typescript/tag-customers').synth();
  const template = join(directory, 'OrdersApi.template.json');
  const { Resources } = JSON.parse(readFileSync(template, 'utf8')) as { Resources: Record<string, { Type: string }> };
  const keys = Object.keys(Resources).filter((id) => Resources[id].Type === 'AWS::ApiGateway::ApiKey');
  const { rows } = await previewed(template, keys.map((key) => ({ 'identity.apiKeyId': key })),
    'SELECT customer_name, internal_key, count(*) FROM logs GROUP BY ALL ORDER BY ALL');
  expect(rows).toEqual(['HealthCheck,true,1', 'Initech,false,2', 'Umbrella,false,1']);
});
