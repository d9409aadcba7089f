import {
  APIGatewayClient, CreateApiKeyCommand, CreateDeploymentCommand, CreateRestApiCommand, CreateUsagePlanCommand, CreateUsagePlanKeyCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';

export interface Account {
  readonly apiId: string;
  readonly planIds: readonly string[];
  readonly keyIds: readonly string[];
}

/** How many calls are on their way at once. */
const LANES = 16;

/**
 * Fills an account: one API with a stage that logs to a stream, plans that open it, and keys; the first plan holds every
 * other key, each of the remaining keys is in the plan of its turn. Another team's API, plan and key are there too.
 */
export async function fillAccount(client: APIGatewayClient, plans: number, keys: number, destinationArn: string): Promise<Account> {
  const apiId = await makeApi(client, 'Animals', destinationArn);
  await fillOtherTeam(client);
  const planIds = await inLanes(plans, async (index) => {
    const plan = await client.send(new CreateUsagePlanCommand({ name: `Plan ${index}`, apiStages: [{ apiId, stage: 'prod' }], quota: { limit: 1000 + index, period: 'MONTH' } }));
    return plan.id!;
  });
  const keyIds = await inLanes(keys, async (index) => {
    const key = await client.send(new CreateApiKeyCommand({ name: `Customer ${index}`, enabled: true, tags: { customer: `Tag ${index}` } }));
    await client.send(new CreateUsagePlanKeyCommand({ usagePlanId: planOf(planIds, index), keyId: key.id, keyType: 'API_KEY' }));
    return key.id!;
  });
  return { apiId, planIds, keyIds };
}

/** What is of another team has this in its name. */
export const OTHER_TEAM = 'Other team';

async function fillOtherTeam(client: APIGatewayClient): Promise<void> {
  const apiId = await makeApi(client, OTHER_TEAM, undefined);
  const { id: usagePlanId } = await client.send(new CreateUsagePlanCommand({ name: OTHER_TEAM, apiStages: [{ apiId, stage: 'prod' }] }));
  const { id: keyId } = await client.send(new CreateApiKeyCommand({ name: OTHER_TEAM, enabled: true }));
  await client.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }));
}

async function makeApi(client: APIGatewayClient, name: string, destinationArn: string | undefined): Promise<string> {
  const { id: restApiId } = await client.send(new CreateRestApiCommand({ name }));
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
  const patchOperations = [
    { op: 'replace' as const, path: '/accessLogSettings/destinationArn', value: destinationArn },
    { op: 'replace' as const, path: '/accessLogSettings/format', value: '$context.requestId' },
  ];
  if (destinationArn) await client.send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations }));
  return restApiId!;
}

export function planOf(planIds: readonly string[], keyIndex: number): string {
  return keyIndex % 2 === 0 ? planIds[0] : planIds[keyIndex % planIds.length];
}

async function inLanes<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: LANES }, async () => {
    while (next < count) {
      const index = next++;
      made[index] = await make(index);
    }
  }));
  return made;
}
