import { Aspects, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { AccessLogTarget, accessLogSetting, destinationArn } from './access-log-target';
import { ADD_STAGE_OPTIONS, AddStageOptions } from './add-stage-options';
import { StageAttachments } from './attachment/stage-attachments';
import { claimStage } from './claimed-stages';
import { StageAttachment } from './stage-attachment';
import { stageKey } from './stage-identity';
import { orderAfterStream, requireReachable } from './stage-order';
import { STAGE, stageResource } from './stage-resource';
import { warnOfStages } from './stage-warnings';
import { accessLogFault } from './synthesised-access-log';
import { requireOptions, requireType } from '../synth/guard';
import { usageError } from '../synth/usage-error';

/** The stages of one pipeline. It sets the destination and the format of their access logs. */
export class StageRegistry implements apigateway.IAccessLogDestination {
  private readonly attached: apigateway.IStageRef[] = [];
  private readonly templated = new Set<apigateway.CfnStage>();
  private readonly bound = new Set<apigateway.IStageRef>();
  private readonly attachments: StageAttachments;

  constructor(private readonly scope: Construct, private readonly target: AccessLogTarget, logRetention: logs.RetentionDays) {
    this.attachments = new StageAttachments(scope, target, logRetention);
    Aspects.of(scope).add({ visit: (node) => { if (node === scope) warnOfStages(scope, [...this.attached, ...this.bound]); } });
    scope.node.addValidation({ validate: () => this.faults() });
  }

  public attach(stage: apigateway.IStageRef, options: AddStageOptions, argument: string): void {
    requireType(this.scope, argument, STAGE, stage);
    requireOptions(this.scope, 'addStage', ADD_STAGE_OPTIONS, options);
    const { replaceAccessLog = false } = options;
    const resource = stageResource(this.scope, stage, argument);
    const logging = resource ?? stage;
    requireReachable(this.scope, logging, argument);
    const { _requested: way } = options.attachment ?? (resource ? StageAttachment.template() : StageAttachment.customResource());
    if (!resource && way === 'template') {
      throw usageError(this.scope, `${argument} (${stage.node.path}) is imported, so no template of this app can set its access log. `
        + 'Omit the attachment, or pass StageAttachment.customResource().');
    }
    if (resource && !replaceAccessLog) this.requireFree(resource, argument);
    claimStage(this.scope, logging, argument);
    if (resource && way === 'template') this.setInTemplate(resource);
    else this.attachments.attach(logging, replaceAccessLog);
    this.attached.push(logging);
  }

  /** CDK calls it for a stage whose own props set the destination. */
  public bind(stage: apigateway.IStageRef): apigateway.AccessLogDestinationConfig {
    requireReachable(this.scope, stage, 'the stage with accessLogDestination');
    orderAfterStream(this.scope, stage, this.target);
    this.bound.add(stage);
    return { destinationArn: destinationArn(stage, this.target) };
  }

  private setInTemplate(resource: apigateway.CfnStage): void {
    resource.accessLogSetting = accessLogSetting(resource, this.target);
    this.templated.add(resource);
    orderAfterStream(this.scope, resource, this.target);
  }

  private requireFree(resource: apigateway.CfnStage, argument: string): void {
    const stack = Stack.of(resource);
    const present: unknown = stack.resolve(resource.accessLogSetting);
    if (present === undefined || JSON.stringify(present) === JSON.stringify(stack.resolve(accessLogSetting(resource, this.target)))) return;
    const { destinationArn: destination = present } = present as { destinationArn?: unknown };
    throw usageError(this.scope, `${argument} (${resource.node.path}) already has an access log, to ${JSON.stringify(destination)}. A stage has one access log `
      + 'destination. Remove its accessLogDestination and accessLogFormat, remove it from another ApiUsageAnalytics, or pass { replaceAccessLog: true } to addStage.');
  }

  /** Faults that only the whole app shows: overrides, and stages that got the destination from their own props. */
  private faults(): string[] {
    const bound = [...this.bound].map((stage) => stageResource(this.scope, stage, 'the stage with accessLogDestination')!);
    const faults = [...new Set([...this.templated, ...bound])].map((stage) => accessLogFault(stage, this.target));
    return [...faults, ...bound.map((stage) => this.importFault(stage))].filter((fault) => fault !== undefined);
  }

  /** The custom resource of the imported stage would remove the access log when it is deleted. */
  private importFault(stage: apigateway.CfnStage): string | undefined {
    const imported = this.attached.find((other) => other !== stage && stageKey(other) === stageKey(stage));
    return imported && `${imported.node.path} is the stage ${stage.node.path}, which has the accessLogDestination of this pipeline. `
      + 'Each stage is logged once: remove one of the two.';
  }
}
