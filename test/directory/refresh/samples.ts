import { ControlPlane } from './fake-aws';
import { ListedApiKey, ListedStage, ListedUsagePlan, Listing } from '../../../src/directory/listing';
import { DirectoryModel, DirectoryRules, linkListing } from '../../../src/directory/model';
import { DirectoryEnvironment, snapshotObjectKey } from '../../../src/directory/refresh/environment';
import { NO_INTERNAL_KEYS } from '../../../src/directory/rules/internal-key-rule';

export const RULES: DirectoryRules = { scope: 'account', customer: { from: 'keyName' }, internalKeys: NO_INTERNAL_KEYS };

export const ENVIRONMENT: DirectoryEnvironment = {
  bucketName: 'bucket',
  directoryPrefix: 'usage/directory/',
  snapshotKey: snapshotObjectKey('usage/directory/'),
  deliveryStreamName: 'amazon-apigateway-sample',
  ...RULES,
};

/** What no byte that the directory writes may hold. */
export const SECRET = 'the-secret-value-of-a-key';

const CREATED = 1779012303.25;

/** The access log of a stage that goes to a stream. */
export function logsTo(streamName: string): object {
  return { destinationArn: `arn:aws:firehose:eu-west-1:123456789012:deliverystream/${streamName}`, format: '$context.requestId' };
}

/** Two plans, three keys and two APIs of which one logs to the sample's stream, as the SDK's server side sends them. */
export function sampleControlPlane(): ControlPlane {
  return {
    restApis: [{ id: 'b-api', name: 'Billing', createdDate: CREATED }, { id: 'a-api', name: 'Animals', description: 'All of them' }],
    stages: {
      'b-api': [
        { stageName: 'prod', deploymentId: 'd-1', createdDate: CREATED, accessLogSettings: logsTo(ENVIRONMENT.deliveryStreamName), variables: { password: SECRET } },
        { stageName: 'test', accessLogSettings: logsTo('amazon-apigateway-another') },
      ],
      'a-api': [{ stageName: 'prod' }],
    },
    usagePlans: [
      {
        id: 'silver',
        name: 'Silver',
        apiStages: [
          { apiId: 'b-api', stage: 'prod' },
          { apiId: 'a-api', stage: 'prod', throttle: { '/pets/POST': { burstLimit: 2, rateLimit: 0.5 }, '/pets/GET': { rateLimit: 1 } } },
        ],
        quota: { limit: 1000, offset: 2, period: 'MONTH' },
        throttle: { burstLimit: 20, rateLimit: 10.5 },
        tags: { tier: '2' },
      },
      { id: 'empty', name: 'Empty', description: 'No stage, no key', productCode: 'a-product' },
    ],
    apiKeys: [
      {
        id: 'key-2',
        name: 'Globex',
        value: SECRET,
        enabled: true,
        createdDate: CREATED,
        customerId: 'marketplace-1',
        description: 'Pays',
        tags: { team: 'b', area: 'a' },
      },
      { id: 'key-1', value: SECRET, enabled: false, createdDate: CREATED },
      { id: 'key-3', name: 'Initech', value: SECRET, enabled: true, createdDate: CREATED },
    ],
    usagePlanKeys: {
      silver: [{ id: 'key-2', type: 'API_KEY', name: 'Globex', value: SECRET }, { id: 'key-1', type: 'API_KEY', value: SECRET }],
      empty: [],
    },
  };
}

export function listedPlan(id: string, plan: Partial<ListedUsagePlan> = {}): ListedUsagePlan {
  return {
    id,
    name: `plan ${id}`,
    description: null,
    productCode: null,
    quota: { limit: null, offset: null, period: null },
    throttle: { rateLimit: null, burstLimit: null },
    stages: [],
    keyIds: [],
    tags: {},
    ...plan,
  };
}

export function listedStage(apiId: string, name: string, stage: Partial<ListedStage> = {}): ListedStage {
  return { apiId, name, description: null, deploymentId: null, createdAt: null, tags: {}, ...stage };
}

export function listedKey(id: string, key: Partial<ListedApiKey> = {}): ListedApiKey {
  return { id, name: `key ${id}`, description: null, enabled: true, createdAt: null, marketplaceCustomerId: null, tags: {}, ...key };
}

export function listing(parts: Partial<Listing> = {}): Listing {
  return { apis: [], stages: [], usagePlans: [], apiKeys: [], ...parts };
}

export function linked(parts: Partial<Listing>, rules: Partial<DirectoryRules> = {}): DirectoryModel {
  return linkListing(listing(parts), { ...RULES, ...rules });
}
