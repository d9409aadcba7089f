import {
  APIGatewayClient, NotFoundException, paginateGetApiKeys, paginateGetRestApis, paginateGetUsagePlanKeys, paginateGetUsagePlans, UsagePlan,
} from '@aws-sdk/client-api-gateway';
import { ListedApi, ListedApiKey, ListedUsagePlan, Listing } from './model';
import { pickApi, pickApiKey, pickUsagePlan } from './pick.lambda-shared';

/** The most that API Gateway puts on a page. */
const PAGE_SIZE = 500;

/** Reads the whole directory, one call after another. Keys come last: one deleted meanwhile is then in no list. */
export async function readListing(client: APIGatewayClient): Promise<Listing> {
  const apis = await readApis(client);
  const usagePlans = await readUsagePlans(client);
  return { apis, usagePlans, apiKeys: await readApiKeys(client) };
}

async function readApis(client: APIGatewayClient): Promise<ListedApi[]> {
  const apis: ListedApi[] = [];
  for await (const { items = [] } of paginateGetRestApis({ client, pageSize: PAGE_SIZE }, {})) apis.push(...items.map(pickApi));
  return apis;
}

async function readUsagePlans(client: APIGatewayClient): Promise<ListedUsagePlan[]> {
  const listed: UsagePlan[] = [];
  for await (const { items = [] } of paginateGetUsagePlans({ client, pageSize: PAGE_SIZE }, {})) listed.push(...items);
  const usagePlans: ListedUsagePlan[] = [];
  for (const plan of listed) {
    const keyIds = await readKeyIds(client, plan.id);
    if (keyIds) usagePlans.push(pickUsagePlan(plan, keyIds));
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
    apiKeys.push(...items.map(pickApiKey));
  }
  return apiKeys;
}
