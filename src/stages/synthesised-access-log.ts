import { CfnElement, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { accessLogSetting, AccessLogTarget } from './access-log-target';

/**
 * The reason why a stage would not log to the target; undefined if it would. An override or a later assignment can replace
 * the setting in the template, and then the pipeline would stay empty without an error.
 */
export function accessLogFault(stage: apigateway.CfnStage, target: AccessLogTarget): string | undefined {
  const stack = Stack.of(stage);
  const ours = stack.resolve(accessLogSetting(stage, target)) as apigateway.CfnStage.AccessLogSettingProperty;
  const { DestinationArn, Format } = synthesisedProperties(stage).AccessLogSetting ?? {};
  if (JSON.stringify(DestinationArn) !== JSON.stringify(ours.destinationArn)) {
    return `${stage.node.path} was added to this pipeline but logs elsewhere: an override or a later assignment set the destination of its access log to `
      + `${JSON.stringify(DestinationArn)}. Remove that setting, or remove the stage from this pipeline.`;
  }
  if (Format !== ours.format) {
    return `${stage.node.path} logs to this pipeline in the wrong format, so no record would become a row: ${JSON.stringify(Format)}. `
      + 'Set the accessLogFormat of the stage to the accessLogFormat of this construct, or call addStage instead.';
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
