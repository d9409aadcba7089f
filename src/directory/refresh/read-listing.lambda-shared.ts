import {
  APIGatewayClient, NotFoundException, paginateGetApiKeys, paginateGetRestApis, paginateGetUsagePlanKeys, paginateGetUsagePlans, UsagePlan,
} from '@aws-sdk/client-api-gateway';
import { DirectoryEnvironment } from './environment';
import { ListedApi, ListedApiKey, ListedUsagePlan, Listing } from '../listing';
import { listedApi, listedApiKey, listedUsagePlan } from './listed-items.lambda-shared';
import { readLoggingStages } from './read-stages.lambda-shared';
import { stagePath } from '../snapshot';

/** The most that API Gateway puts on a page. */
const PAGE_SIZE = 500;

/** Reads the directory, one call after another. Keys come last: one deleted meanwhile is then in no list. */
export async function readListing(client: APIGatewayClient, { scope, deliveryStreamName }: Pick<DirectoryEnvironment, 'scope' | 'deliveryStreamName'>): Promise<Listing> {
  const apis = await readApis(client);
  const plans = await listUsagePlans(client);
  const stages = await readLoggingStages(client, plans, deliveryStreamName);
  const logging = new Set(stages.map(({ apiId, name }) => stagePath(apiId, name)));
  const within = scope === 'account' ? plans : plans.filter(({ apiStages = [] }) =>
    apiStages.some(({ apiId = '', stage = '' }) => logging.has(stagePath(apiId, stage))));
  return { apis, stages, usagePlans: await withKeys(client, within), apiKeys: await readApiKeys(client) };
}

async function readApis(client: APIGatewayClient): Promise<ListedApi[]> {
  const apis: ListedApi[] = [];
  for await (const { items = [] } of paginateGetRestApis({ client, pageSize: PAGE_SIZE }, {})) apis.push(...items.map(listedApi));
  return apis;
}

async function listUsagePlans(client: APIGatewayClient): Promise<UsagePlan[]> {
  const plans: UsagePlan[] = [];
  for await (const { items = [] } of paginateGetUsagePlans({ client, pageSize: PAGE_SIZE }, {})) plans.push(...items);
  return plans;
}

async function withKeys(client: APIGatewayClient, plans: readonly UsagePlan[]): Promise<ListedUsagePlan[]> {
  const usagePlans: ListedUsagePlan[] = [];
  for (const plan of plans) {
    const keyIds = await readKeyIds(client, plan.id);
    if (keyIds) usagePlans.push(listedUsagePlan(plan, keyIds));
  }
  return usagePlans;
}

/** The ids of a plan's keys, and nothing else of the answer: it holds their secret values. Undefined: the plan is gone. */
async function readKeyIds(client: APIGatewayClient, usagePlanId: string | undefined): Promise<string[] | undefined> {
  const keyIds: string[] = [];
  try {
    for await (const { items = [] } of paginateGetUsagePlanKeys({ client, pageSize: PAGE_SIZE }, { usagePlanId })) {
      keyIds.push(...items.flatMap(({ id }) => id ?? []));
    }
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
  return keyIds;
}

async function readApiKeys(client: APIGatewayClient): Promise<ListedApiKey[]> {
  const apiKeys: ListedApiKey[] = [];
  for await (const { items = [] } of paginateGetApiKeys({ client, pageSize: PAGE_SIZE }, { includeValues: false })) {
    apiKeys.push(...items.map(listedApiKey));
  }
  return apiKeys;
}
