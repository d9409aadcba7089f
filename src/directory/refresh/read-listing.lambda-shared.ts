import {
  APIGatewayClient, NotFoundException, paginateGetApiKeys, paginateGetRestApis, paginateGetUsagePlanKeys, paginateGetUsagePlans, UsagePlan,
} from '@aws-sdk/client-api-gateway';
import { DirectoryEnvironment } from './environment';
import { ListedUsagePlan, Listing } from '../listing';
import { listedApi, listedApiKey, listedUsagePlan } from './listed-items.lambda-shared';
import { readLoggingStages } from './read-stages.lambda-shared';
import { stagePath } from '../snapshot';

/** The most items that API Gateway puts on a page. */
const PAGE_SIZE = 500;

/** Reads the directory, one call after another. Keys come last, so that a key that was deleted in the meantime is in no list. */
export async function readListing(
  client: APIGatewayClient, { scope, deliveryStreamName }: Pick<DirectoryEnvironment, 'scope' | 'deliveryStreamName'>, abortSignal: AbortSignal,
): Promise<Listing> {
  const [pages, options] = [{ client, pageSize: PAGE_SIZE }, { abortSignal }];
  const apis = await collect(paginateGetRestApis(pages, {}, options), listedApi);
  const plans = await collect(paginateGetUsagePlans(pages, {}, options), (plan) => plan);
  const stages = await readLoggingStages(client, plans, deliveryStreamName, abortSignal);
  const logging = new Set(stages.map(({ apiId, name }) => stagePath(apiId, name)));
  const within = scope === 'account' ? plans : plans.filter(({ apiStages = [] }) =>
    apiStages.some(({ apiId = '', stage = '' }) => logging.has(stagePath(apiId, stage))));
  const usagePlans = await withKeys(client, within, abortSignal);
  const apiKeys = await collect(paginateGetApiKeys(pages, { includeValues: false }, options), listedApiKey);
  return { apis, stages, usagePlans, apiKeys };
}

async function withKeys(client: APIGatewayClient, plans: readonly UsagePlan[], abortSignal: AbortSignal): Promise<ListedUsagePlan[]> {
  const usagePlans: ListedUsagePlan[] = [];
  for (const plan of plans) {
    const keyIds = await readKeyIds(client, plan.id, abortSignal);
    if (keyIds) usagePlans.push(listedUsagePlan(plan, keyIds));
  }
  return usagePlans;
}

/** The ids of a plan's keys. The response also has their secret values, which are dropped. Undefined if the plan is gone. */
async function readKeyIds(client: APIGatewayClient, usagePlanId: string | undefined, abortSignal: AbortSignal): Promise<string[] | undefined> {
  try {
    const ids = await collect(paginateGetUsagePlanKeys({ client, pageSize: PAGE_SIZE }, { usagePlanId }, { abortSignal }), ({ id }) => id);
    return ids.filter((id) => id !== undefined);
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}

/** What is kept of each item, over all pages. */
async function collect<Item, Kept>(pages: AsyncIterable<{ items?: Item[] }>, keep: (item: Item) => Kept): Promise<Kept[]> {
  const kept: Kept[] = [];
  for await (const { items = [] } of pages) kept.push(...items.map(keep));
  return kept;
}
