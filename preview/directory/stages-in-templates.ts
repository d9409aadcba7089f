import { AccountContents, Stage } from './account';
import { camelCase, CREATED, group, tags } from './wire-shape';
import { loggingStages } from '../gateway/logging-stage';
import { App } from '../template/app';

/** The stages that the templates declare, and the imported stages that a custom resource attaches to a stream. */
export function stagesInTemplates(app: App): AccountContents['stages'] {
  const declared = app.resources('AWS::ApiGateway::Stage').map((stage) => ({
    apiId: String(stage.property('RestApiId')),
    stageName: stage.physicalId,
    createdDate: CREATED,
    accessLogSettings: camelCase(stage.property('AccessLogSetting')),
    tags: tags(stage),
  }));
  const attached = loggingStages(app).map(({ apiId, stageName, destinationArn }) => ({
    apiId,
    stageName,
    createdDate: CREATED,
    accessLogSettings: { destinationArn },
  }));
  const stages = new Map<string, Stage & { readonly apiId: string }>();
  for (const stage of [...declared, ...attached]) {
    const path = JSON.stringify([stage.apiId, stage.stageName]);
    stages.set(path, { ...stages.get(path), ...stage });
  }
  return group([...stages.values()].map(({ apiId, ...stage }) => [apiId, stage]));
}
