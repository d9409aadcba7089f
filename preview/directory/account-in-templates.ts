import { AccountContents } from './account';
import { App } from '../template/app';
import { Resource } from '../template/resource';

/** A template tells no dates, and the preview's output must not depend on the clock. */
const CREATED = '2026-01-01T00:00:00Z';

/** The APIs, stages, plans and keys that the templates declare. */
export function accountInTemplates(app: App): AccountContents {
  return {
    restApis: app.resources('AWS::ApiGateway::RestApi').map(api => ({
      id: api.physicalId,
      name: api.property('Name') ?? api.property<any>('Body')?.info?.title ?? api.logicalId,
      description: api.property('Description'),
      createdDate: CREATED,
      tags: tags(api),
    })),
    stages: group(app.resources('AWS::ApiGateway::Stage').map(stage => [String(stage.property('RestApiId')), {
      stageName: stage.physicalId,
      createdDate: CREATED,
      accessLogSettings: camelCase(stage.property('AccessLogSetting')),
      tags: tags(stage),
    }])),
    usagePlans: app.resources('AWS::ApiGateway::UsagePlan').map(plan => ({
      id: plan.physicalId,
      name: plan.property('UsagePlanName') ?? generatedName(plan),
      description: plan.property('Description'),
      apiStages: plan.property<any[]>('ApiStages')?.map(({ ApiId, Stage, Throttle }) => ({
        apiId: ApiId,
        stage: Stage,
        throttle: Throttle && Object.fromEntries(Object.entries(Throttle).map(([method, limits]) => [method, camelCase(limits)])),
      })) ?? [],
      throttle: camelCase(plan.property('Throttle')),
      quota: camelCase(plan.property('Quota')),
      tags: tags(plan),
    })),
    apiKeys: app.resources('AWS::ApiGateway::ApiKey').map(key => ({
      id: key.physicalId,
      name: key.property<string>('Name') ?? generatedName(key),
      value: key.property<string>('Value'),
      description: key.property('Description'),
      customerId: key.property('CustomerId'),
      enabled: key.property('Enabled') ?? false,
      createdDate: CREATED,
      lastUpdatedDate: CREATED,
      tags: tags(key),
    })),
    usagePlanKeys: group(app.resources('AWS::ApiGateway::UsagePlanKey').map(member => [
      String(member.property('UsagePlanId')),
      { id: String(member.property('KeyId')), type: String(member.property('KeyType')) },
    ])),
  };
}

/** CloudFormation's name for what has none in the template, less its random end. */
function generatedName({ stack, logicalId }: Resource): string {
  return `${stack.name}-${logicalId}`;
}

function tags(resource: Resource): Record<string, string> | undefined {
  const list = resource.property<{ Key: string; Value: string }[]>('Tags');
  return list && Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
}

/** CloudFormation writes `BurstLimit` where the API writes `burstLimit`. */
function camelCase(value: unknown): Record<string, unknown> | undefined {
  return value ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name[0].toLowerCase() + name.slice(1), each])) : undefined;
}

function group<T>(pairs: readonly (readonly [string, T])[]): Record<string, T[]> {
  const groups: Record<string, T[]> = {};
  for (const [key, value] of pairs) (groups[key] ??= []).push(value);
  return groups;
}
