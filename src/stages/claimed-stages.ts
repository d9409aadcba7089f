import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';
import { stageKey } from './stage-identity';
import { usageError } from '../synth/usage-error';

interface Claim {
  readonly pipeline: IConstruct;
  readonly stage: apigateway.IStageRef;
}

const CLAIMS = new WeakMap<IConstruct, Map<string, Claim>>();

/** A stage has one access log destination: one pipeline of an app has it, once. */
export function claimStage(pipeline: IConstruct, stage: apigateway.IStageRef, argument: string): void {
  const { root } = pipeline.node;
  const claims = CLAIMS.get(root) ?? new Map<string, Claim>();
  CLAIMS.set(root, claims);
  const { account, region } = Stack.of(pipeline);
  const key = JSON.stringify([account, region, stageKey(stage)]);
  const other = claims.get(key);
  if (other) {
    const what = other.pipeline === pipeline ? 'is added twice' : `is in ${other.pipeline.node.path} already`;
    const also = other.stage === stage ? '' : `, as ${other.stage.node.path}`;
    throw usageError(pipeline, `${argument} (${stage.node.path}) ${what}${also}. Each stage is logged once: leave one of the two out.`);
  }
  claims.set(key, { pipeline, stage });
}
