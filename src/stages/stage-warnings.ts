import { Annotations } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';
import { asksForKeys } from './api-keys-asked';
import { cfnStageOf } from './stage-resource';
import { synthesisedProperties } from './synthesised-access-log';

/** Warns if a pipeline with these stages would have no rows, no customers or wrong counts. */
export function warnOfStages(pipeline: IConstruct, stages: readonly apigateway.IStageRef[]): void {
  if (stages.length === 0) {
    Annotations.of(pipeline).addWarningV2('cdk-api-usage-analytics:noStage',
      'No stage logs to this pipeline, so it stays empty. Pass stages: [api.deploymentStage], or call addStage.');
  }
  for (const stage of new Set(stages.map(cfnStageOf))) {
    if (stage && synthesisedProperties(stage).CanarySetting !== undefined) warnOfCanary(pipeline, stage);
  }
  for (const api of new Set(stages.map(apiOf))) {
    if (api === undefined || asksForKeys(api)) continue;
    Annotations.of(pipeline).addWarningV2('cdk-api-usage-analytics:noApiKeyRequired',
      `No method of the API ${api.node.path} requires an API key, so every customer and usage plan is null. `
      + 'Set apiKeyRequired: true on its methods, for example in defaultMethodOptions.');
  }
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html */
function warnOfCanary(pipeline: IConstruct, stage: IConstruct): void {
  Annotations.of(pipeline).addWarningV2('cdk-api-usage-analytics:canary',
    `${stage.node.path} has canary settings. AWS documents the access logs of a canary only for CloudWatch Logs, where its requests are logged twice, `
    + 'and not for Firehose: its requests may be missing from the table or counted twice. Compare the counts with the CloudWatch metrics of the stage '
    + 'before you rely on them, or remove the canary settings.');
}

/** The API of a stage, if its methods are constructs. */
function apiOf(stage: IConstruct): apigateway.RestApi | undefined {
  const owner = stage.node.scope?.node.defaultChild === stage ? stage.node.scope : undefined;
  const candidates = [stage, owner] as ({ restApi?: apigateway.RestApi } | undefined)[];
  return candidates.map((candidate) => candidate?.restApi).find((api) => api?.methods !== undefined);
}
