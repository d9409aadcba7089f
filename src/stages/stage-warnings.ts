import { Annotations } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';
import { asksForKeys } from './api-keys-asked';

/** Says what would leave the pipeline of these stages empty, or its customers unknown. */
export function warnOfEmptiness(pipeline: IConstruct, stages: readonly apigateway.IStageRef[]): void {
  if (stages.length === 0) {
    Annotations.of(pipeline).addWarningV2('cdk-api-usage-analytics:noStage',
      'No stage logs to this pipeline: it will stay empty. Pass stages: [api.deploymentStage], or call addStage.');
  }
  for (const api of new Set(stages.map(apiOf))) {
    if (api === undefined || asksForKeys(api)) continue;
    Annotations.of(pipeline).addWarningV2('cdk-api-usage-analytics:noApiKeyRequired',
      `No method of the API ${api.node.path} asks for an API key, so that every customer and usage plan will be null. `
      + 'Set apiKeyRequired: true on its methods, for example in defaultMethodOptions.');
  }
}

/** The API of a stage, where its methods are constructs. */
function apiOf(stage: IConstruct): apigateway.RestApi | undefined {
  const owner = stage.node.scope?.node.defaultChild === stage ? stage.node.scope : undefined;
  const candidates = [stage, owner] as ({ restApi?: apigateway.RestApi } | undefined)[];
  return candidates.map((candidate) => candidate?.restApi).find((api) => api?.methods !== undefined);
}
