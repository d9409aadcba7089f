import { Annotations, Aspects, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct, IConstruct } from 'constructs';
import { AccessLogTarget, accessLogSetting, destinationArn } from './access-log-target';
import type { AddStageOptions } from './add-stage-options';
import { asksForKeys } from './api-keys-asked';
import { orderAfterStream, requireReachable } from './stage-order';
import { stageResource } from './stage-resource';
import { accessLogFault } from './synthesised-access-log';
import { usageError } from '../usage-error';

/** The stages of one pipeline: each is given the stream as its access log destination, and the format. */
export class Source implements apigateway.IAccessLogDestination {
  private readonly attached = new Set<apigateway.CfnStage>();
  private readonly bound = new Set<apigateway.IStageRef>();

  constructor(private readonly scope: Construct, private readonly target: AccessLogTarget) {
    Aspects.of(scope).add({ visit: (node) => { if (node === scope) this.warn(); } });
    scope.node.addValidation({ validate: () => this.faults() });
  }

  public attach(stage: apigateway.IStageRef, options: AddStageOptions, argument: string): void {
    const resource = stageResource(this.scope, stage, argument);
    requireReachable(this.scope, resource, argument);
    if (this.attached.has(resource)) {
      throw usageError(this.scope, `${argument} (${resource.node.path}) is added twice. Each stage is logged once: leave one of the two out.`);
    }
    const setting = accessLogSetting(resource, this.target);
    if (!options.replaceAccessLog) this.requireFree(resource, setting, argument);
    resource.accessLogSetting = setting;
    this.attached.add(resource);
    orderAfterStream(this.scope, resource, this.target);
  }

  /** For an owner who sets destination and format with the stage's own props. */
  public bind(stage: apigateway.IStageRef): apigateway.AccessLogDestinationConfig {
    requireReachable(this.scope, stage, 'the stage with accessLogDestination');
    orderAfterStream(this.scope, stage, this.target);
    this.bound.add(stage);
    return { destinationArn: destinationArn(stage, this.target) };
  }

  private requireFree(resource: apigateway.CfnStage, ours: apigateway.CfnStage.AccessLogSettingProperty, argument: string): void {
    const stack = Stack.of(resource);
    const present: unknown = stack.resolve(resource.accessLogSetting);
    if (present === undefined || JSON.stringify(present) === JSON.stringify(stack.resolve(ours))) return;
    throw usageError(this.scope, `${argument} (${resource.node.path}) has another access log already: ${JSON.stringify(present)}. A stage has one access `
      + 'log destination. Remove the accessLogDestination and accessLogFormat of the stage, or pass { replaceAccessLog: true } to addStage.');
  }

  /** What only the template shows: overrides, and the resource of a stage that was bound while it was made. */
  private faults(): string[] {
    const bound = [...this.bound].map((stage) => stageResource(this.scope, stage, 'the stage with accessLogDestination'));
    const faults = [...new Set([...this.attached, ...bound])].map((stage) => accessLogFault(stage, this.target));
    return faults.filter((fault) => fault !== undefined);
  }

  private warn(): void {
    if (this.attached.size + this.bound.size === 0) {
      Annotations.of(this.scope).addWarningV2('cdk-api-usage-analytics:noStage',
        'No stage logs to this pipeline: it will stay empty. Pass stages: [api.deploymentStage], or call addStage.');
    }
    for (const api of new Set([...this.attached, ...this.bound].map(apiOf))) {
      if (api === undefined || asksForKeys(api)) continue;
      Annotations.of(this.scope).addWarningV2('cdk-api-usage-analytics:noApiKeyRequired',
        `No method of the API ${api.node.path} asks for an API key, so that every customer and usage plan will be null. `
        + 'Set apiKeyRequired: true on its methods, for example in defaultMethodOptions.');
    }
  }
}

/** The API of a stage, where its methods are constructs. */
function apiOf(stage: IConstruct): apigateway.RestApi | undefined {
  const owner = stage.node.scope?.node.defaultChild === stage ? stage.node.scope : undefined;
  const candidates = [stage, owner] as ({ restApi?: apigateway.RestApi } | undefined)[];
  return candidates.map((candidate) => candidate?.restApi).find((api) => api?.methods !== undefined);
}
