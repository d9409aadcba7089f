import {
  APIGatewayClient, CreateApiKeyCommand, CreateDeploymentCommand, CreateRestApiCommand, CreateUsagePlanCommand, CreateUsagePlanKeyCommand,
} from '@aws-sdk/client-api-gateway';

export interface Account {
  readonly apiId: string;
  readonly planIds: readonly string[];
  readonly keyIds: readonly string[];
}

/** How many calls are on their way at once. */
const LANES = 16;

/**
 * Fills an account: one API with a stage, plans that open it, and keys; the first plan holds every other key, each of
 * the remaining keys is in the plan of its turn.
 */
export async function fillAccount(client: APIGatewayClient, plans: number, keys: number): Promise<Account> {
  const { id: apiId } = await client.send(new CreateRestApiCommand({ name: 'Animals' }));
  await client.send(new CreateDeploymentCommand({ restApiId: apiId, stageName: 'prod' }));
  const planIds = await inLanes(plans, async (index) => {
    const plan = await client.send(new CreateUsagePlanCommand({ name: `Plan ${index}`, apiStages: [{ apiId, stage: 'prod' }], quota: { limit: 1000 + index, period: 'MONTH' } }));
    return plan.id!;
  });
  const keyIds = await inLanes(keys, async (index) => {
    const key = await client.send(new CreateApiKeyCommand({ name: `Customer ${index}`, enabled: true, tags: { turn: String(index) } }));
    await client.send(new CreateUsagePlanKeyCommand({ usagePlanId: planOf(planIds, index), keyId: key.id, keyType: 'API_KEY' }));
    return key.id!;
  });
  return { apiId: apiId!, planIds, keyIds };
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
