import { CfnElement, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { accessLogSetting, AccessLogTarget } from './access-log-target';

/**
 * Why a stage would not log to the target, as it stands in the template; undefined where it would. An override, or an
 * assignment after addStage, replaces what was set, and nothing else would say so: the pipeline would be empty.
 */
export function accessLogFault(stage: apigateway.CfnStage, target: AccessLogTarget): string | undefined {
  const stack = Stack.of(stage);
  const ours = stack.resolve(accessLogSetting(stage, target)) as apigateway.CfnStage.AccessLogSettingProperty;
  const { DestinationArn, Format } = synthesisedSetting(stage);
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

interface SynthesisedStage {
  readonly Properties: { readonly AccessLogSetting?: Setting };
}

/** What CloudFormation gets, with every escape hatch. */
function synthesisedSetting(stage: apigateway.CfnStage): Setting {
  const element = stage as CfnElement as unknown as { _toCloudFormation(): object };
  const { Resources } = Stack.of(stage).resolve(element._toCloudFormation()) as { Resources: Record<string, SynthesisedStage> };
  return Object.values(Resources)[0].Properties.AccessLogSetting ?? {};
}
