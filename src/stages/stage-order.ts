import { Stack, Stage, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { AccessLogTarget } from './access-log-target';
import { topLevel } from '../synth/unique-name';
import { usageError } from '../synth/usage-error';

/** Rejects a stage that cannot log to the stream of this construct. */
export function requireReachable(scope: IConstruct, stage: IConstruct, argument: string): void {
  if (Stage.of(stage) !== Stage.of(scope)) {
    throw usageError(scope, `${argument} (${stage.node.path}) is in another cdk.Stage, which is deployed on its own. `
      + 'Create an ApiUsageAnalytics in each cdk.Stage.');
  }
  const [own, other] = [Stack.of(scope), Stack.of(stage)];
  for (const property of ['account', 'region'] as const) {
    const differ = own[property] !== other[property] && !Token.isUnresolved(own[property]) && !Token.isUnresolved(other[property]);
    if (differ) {
      throw usageError(scope, `${argument} (${stage.node.path}) is in ${property} ${other[property]}, the pipeline in ${own[property]}. A stage can `
        + `log only to a delivery stream in the same account and region. Create an ApiUsageAnalytics in the ${property} of the stage.`);
    }
  }
}

/** Orders a stage after the stream that it logs to, so that it is deleted first. */
export function orderAfterStream(scope: IConstruct, stage: IConstruct, { stream }: AccessLogTarget): void {
  stage.node.addDependency(stream);
  const [before, after] = [topLevel(Stack.of(scope)), topLevel(Stack.of(stage))];
  if (before === after) return;
  // CDK prints the reason if the dependency is cyclic.
  const reason = `the API stage ${stage.node.path} logs to the delivery stream of ${scope.node.path}: `
    + 'put ApiUsageAnalytics into its own stack, which depends on no stack of an API';
  const dependent: { addStackDependency?: (target: Stack, reason: string) => void } = after as object;
  if (dependent.addStackDependency) dependent.addStackDependency(before, reason);
  else after.addDependency(before, reason);
}
