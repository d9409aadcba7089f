import { APIGatewayClient, GetStagesCommand, NotFoundException, Stage, UsagePlan } from '@aws-sdk/client-api-gateway';
import { ListedStage } from '../listing';
import { listedStage } from './listed-items.lambda-shared';

/**
 * The stages that log to a stream, among the APIs that usage plans name. One call for each API returns all its stages.
 * Other APIs are not read: they would take one call each, and no key gives access to a stage that is in no plan.
 */
export async function readLoggingStages(
  client: APIGatewayClient, plans: readonly UsagePlan[], deliveryStreamName: string, abortSignal: AbortSignal,
): Promise<ListedStage[]> {
  const apiIds = new Set(plans.flatMap(({ apiStages = [] }) => apiStages.flatMap(({ apiId }) => apiId || [])));
  const logging: ListedStage[] = [];
  for (const apiId of apiIds) {
    const stages = await stagesOf(client, apiId, abortSignal);
    logging.push(...stages.filter((stage) => logsTo(stage, deliveryStreamName)).map((stage) => listedStage(apiId, stage)));
  }
  return logging;
}

/** None if the API is gone. A usage plan may still name it. */
async function stagesOf(client: APIGatewayClient, restApiId: string, abortSignal: AbortSignal): Promise<readonly Stage[]> {
  try {
    const { item = [] } = await client.send(new GetStagesCommand({ restApiId }), { abortSignal });
    return item;
  } catch (error) {
    if (error instanceof NotFoundException) return [];
    throw error;
  }
}

/** The name is enough, because a stage can log only to streams of the same account and region. */
function logsTo({ accessLogSettings }: Stage, deliveryStreamName: string): boolean {
  return accessLogSettings?.destinationArn?.endsWith(`:deliverystream/${deliveryStreamName}`) ?? false;
}
