import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';
import { stageKey } from './stage-identity';
import { Claim, Claims } from '../synth/claims';
import { usageError } from '../synth/usage-error';

interface StageClaim extends Claim {
  readonly stage: apigateway.IStageRef;
  readonly key: string;
}

const STAGES = new Claims<StageClaim>((one, other) => one.key === other.key);

/** Claims a stage for a pipeline, because a stage has one access log destination. */
export function claimStage(pipeline: IConstruct, stage: apigateway.IStageRef, argument: string): void {
  const { account, region } = Stack.of(pipeline);
  const key = JSON.stringify([account, region, stageKey(stage)]);
  const other = STAGES.add(pipeline.node.root, { owner: pipeline, stage, key });
  if (!other) return;
  const what = other.owner === pipeline ? 'is added twice' : `is already in ${other.owner.node.path}`;
  const also = other.stage === stage ? '' : `, as ${other.stage.node.path}`;
  throw usageError(pipeline, `${argument} (${stage.node.path}) ${what}${also}. Each stage is logged once: remove one of the two.`);
}
