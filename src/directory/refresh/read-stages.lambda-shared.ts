import { APIGatewayClient, GetStagesCommand, NotFoundException, Stage, UsagePlan } from '@aws-sdk/client-api-gateway';
import { ListedStage } from '../listing';
import { listedStage } from './listed-items.lambda-shared';

/**
 * The stages that log to a stream, of the APIs that usage plans name. One call for each API brings all its stages. Other
 * APIs are not asked: that would take a call for each of the account's, and no key opens a stage that is in no plan.
 */
export async function readLoggingStages(client: APIGatewayClient, plans: readonly UsagePlan[], deliveryStreamName: string): Promise<ListedStage[]> {
  const apiIds = new Set(plans.flatMap(({ apiStages = [] }) => apiStages.flatMap(({ apiId }) => apiId || [])));
  const logging: ListedStage[] = [];
  for (const apiId of apiIds) {
    const stages = await stagesOf(client, apiId);
    logging.push(...stages.filter((stage) => logsTo(stage, deliveryStreamName)).map((stage) => listedStage(apiId, stage)));
  }
  return logging;
}

/** None where the API is gone: a usage plan may outlive what it names. */
async function stagesOf(client: APIGatewayClient, restApiId: string): Promise<readonly Stage[]> {
  try {
    const { item = [] } = await client.send(new GetStagesCommand({ restApiId }));
    return item;
  } catch (error) {
    if (error instanceof NotFoundException) return [];
    throw error;
  }
}

/** A stage logs to streams of its own account and region only, so that the name says it all. */
function logsTo({ accessLogSettings }: Stage, deliveryStreamName: string): boolean {
  return accessLogSettings?.destinationArn?.endsWith(`:deliverystream/${deliveryStreamName}`) ?? false;
}
