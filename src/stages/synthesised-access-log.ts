import { CfnElement, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { accessLogSetting, AccessLogTarget } from './access-log-target';

/**
 * Says why a stage would not log to the target according to its template; undefined if it would. An override or a later
 * assignment can replace what addStage set, and the pipeline would stay empty without a word.
 */
export function accessLogFault(stage: apigateway.CfnStage, target: AccessLogTarget): string | undefined {
  const stack = Stack.of(stage);
  const ours = stack.resolve(accessLogSetting(stage, target)) as apigateway.CfnStage.AccessLogSettingProperty;
  const { DestinationArn, Format } = synthesisedProperties(stage).AccessLogSetting ?? {};
  if (JSON.stringify(DestinationArn) !== JSON.stringify(ours.destinationArn)) {
    return `${stage.node.path} was given to this pipeline and logs elsewhere in the template: an override or a later assignment set its access log to `
      + `${JSON.stringify(DestinationArn)}. Remove that, or leave the stage out of this pipeline.`;
  }
  if (Format !== ours.format) {
    return `${stage.node.path} logs to this pipeline in another format than its own, so that no record would become a row: ${JSON.stringify(Format)}. `
      + 'Set the accessLogFormat of the stage to the accessLogFormat of this construct, or call addStage instead of setting them.';
  }
  return undefined;
}

interface Setting {
  readonly DestinationArn?: unknown;
  readonly Format?: unknown;
}

interface StageProperties {
  readonly AccessLogSetting?: Setting;
  readonly CanarySetting?: unknown;
}

/** The properties of a stage in its template, with every override. */
export function synthesisedProperties(stage: apigateway.CfnStage): StageProperties {
  const element = stage as CfnElement as unknown as { _toCloudFormation(): object };
  const { Resources } = Stack.of(stage).resolve(element._toCloudFormation()) as { Resources: Record<string, { Properties: StageProperties }> };
  return Object.values(Resources)[0].Properties;
}
