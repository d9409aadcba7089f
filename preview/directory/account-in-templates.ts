import { AccountContents } from './account';
import { stagesInTemplates } from './stages-in-templates';
import { camelCase, CREATED, group, tags } from './wire-shape';
import { App } from '../template/app';
import { Resource } from '../template/resource';

/** The APIs, stages, usage plans and API keys of the templates. */
export function accountInTemplates(app: App): AccountContents {
  return {
    restApis: app.resources('AWS::ApiGateway::RestApi').map((api) => ({
      id: api.physicalId,
      name: api.property('Name') ?? api.property<any>('Body')?.info?.title ?? api.logicalId,
      description: api.property('Description'),
      createdDate: CREATED,
      tags: tags(api),
    })),
    stages: stagesInTemplates(app),
    usagePlans: app.resources('AWS::ApiGateway::UsagePlan').map((plan) => ({
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
    apiKeys: app.resources('AWS::ApiGateway::ApiKey').map((key) => ({
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
    usagePlanKeys: group(app.resources('AWS::ApiGateway::UsagePlanKey').map((member) => [
      String(member.property('UsagePlanId')),
      { id: String(member.property('KeyId')), type: String(member.property('KeyType')) },
    ])),
  };
}

/** The name that CloudFormation generates, without its random suffix. */
function generatedName({ stack, logicalId }: Resource): string {
  return `${stack.name}-${logicalId}`;
}
