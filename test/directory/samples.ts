import { ControlPlane } from './fake-aws';
import { DirectoryEnvironment, snapshotKey } from '../../src/directory/environment';
import { ListedApiKey, ListedUsagePlan, Listing } from '../../src/directory/model';

export const ENVIRONMENT: DirectoryEnvironment = {
  bucketName: 'bucket',
  directoryPrefix: 'usage/directory/',
  snapshotKey: snapshotKey('usage/directory/'),
  deliveryStreamName: 'amazon-apigateway-sample',
};

/** What no byte that the directory writes may hold. */
export const SECRET = 'the-secret-value-of-a-key';

const CREATED = 1779012303.25;

/** Two plans, three keys and two APIs, as the SDK's server side sends them. */
export function sampleControlPlane(): ControlPlane {
  return {
    restApis: [{ id: 'b-api', name: 'Billing', createdDate: CREATED }, { id: 'a-api', name: 'Animals', description: 'All of them' }],
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

export function listedKey(id: string, key: Partial<ListedApiKey> = {}): ListedApiKey {
  return { id, name: `key ${id}`, description: null, enabled: true, createdAt: null, marketplaceCustomerId: null, tags: {}, ...key };
}

export function listing(parts: Partial<Listing> = {}): Listing {
  return { apis: [], usagePlans: [], apiKeys: [], ...parts };
}
