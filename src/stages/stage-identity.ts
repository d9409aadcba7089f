import { IResolvable, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';
import { cfnStageOf } from './stage-resource';

/**
 * A name for a stage that is the same at each synthesis and does not depend on other stages: its ids, or the path of its
 * construct if the ids are known only at deployment.
 */
export function lastingName(stage: apigateway.IStageRef): string {
  const { restApiId, stageName } = stage.stageRef;
  return Token.isUnresolved(restApiId) || Token.isUnresolved(stageName) ? stage.node.path : `${restApiId}/${stageName}`;
}

/** A key that two constructs share if they stand for the same stage. It says where the ids of API and stage come from. */
export function stageKey({ stageRef: { restApiId, stageName }, node }: apigateway.IStageRef): string {
  return JSON.stringify([restApiId, stageName].map((id) => origin(id, node.scope!)));
}

function origin(text: string, scope: IConstruct): unknown {
  const mapToken = (token: IResolvable) => Reference.isReference(token) ? originOf(token) : JSON.stringify(Stack.of(scope).resolve(token));
  return Tokenization.reverseString(text).mapTokens({ mapToken }).join({ join: (left: unknown, right: unknown) => `${left}${right}` });
}

function originOf({ target, displayName }: Reference): unknown {
  // The Ref of a stage is its name, which an import of the same stage writes out.
  const name = displayName === 'Ref' ? cfnStageOf(target)?.stageName : undefined;
  return name === undefined ? `\${${target.node.path}.${displayName}}` : origin(name, target);
}
