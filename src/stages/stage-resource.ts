import { CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';
import { check } from '../synth/checks';
import { isConstruct } from '../synth/shown';
import { usageError } from '../synth/usage-error';

/** Whether a value may be a stage. `stageResource` reports an absent value, with the likely cause. */
export const STAGE = check('an apigateway.Stage, such as the deploymentStage of an API', (value) => value === undefined || value === null || isConstruct(value));

/** The CloudFormation resource of a stage; undefined for an imported stage. */
export function stageResource(scope: IConstruct, stage: apigateway.IStageRef | undefined, argument: string): apigateway.CfnStage | undefined {
  if (stage === undefined || stage === null) {
    throw usageError(scope, `${argument} is undefined. An API with \`deploy: false\` and an imported API have no deploymentStage: `
      + 'pass the apigateway.Stage that deploys the API.');
  }
  const own = cfnStageOf(stage);
  if (own) return own;
  const resource = resourceOf(stage);
  if (resource ? !resource.cfnResourceType.startsWith('AWS::ApiGatewayV2::') : stage.stageRef === undefined) {
    const instead = resource ? ` but an ${resource.cfnResourceType}` : '';
    throw usageError(scope, `${argument} (${stage.node.path}) is not a stage${instead}. `
      + 'Pass an apigateway.Stage, such as the deploymentStage of an API.');
  }
  if (resource || stage.stageRef.restApiId === undefined) {
    throw usageError(scope, `${argument} (${stage.node.path}) is a stage of an HTTP or WebSocket API. Usage plans and API keys exist for REST APIs `
      + 'only: pass the stage of an apigateway.RestApi.');
  }
  return undefined;
}

/**
 * The CloudFormation resource of a construct, if it is a stage of a REST API. It is recognised by its type instead of its
 * class, because an app may contain more than one copy of aws-cdk-lib.
 */
export function cfnStageOf(construct: IConstruct): apigateway.CfnStage | undefined {
  const resource = resourceOf(construct);
  return resource?.cfnResourceType === apigateway.CfnStage.CFN_RESOURCE_TYPE_NAME ? resource as apigateway.CfnStage : undefined;
}

function resourceOf(stage: IConstruct): CfnResource | undefined {
  const candidate = CfnResource.isCfnResource(stage) ? stage : stage.node.defaultChild;
  return candidate && CfnResource.isCfnResource(candidate) ? candidate : undefined;
}
