import { IResolvable, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { IConstruct } from 'constructs';

/**
 * What names a stage from one synthesis to the next, whatever stages there are beside it: its ids, or, where they are
 * known at deployment only, the path of its construct.
 */
export function lastingName(stage: apigateway.IStageRef): string {
  const { restApiId, stageName } = stage.stageRef;
  return Token.isUnresolved(restApiId) || Token.isUnresolved(stageName) ? stage.node.path : `${restApiId}/${stageName}`;
}

/** Tells whether two constructs stand for one stage, by where their ids come from. */
export function stageKey({ stageRef: { restApiId, stageName }, node }: apigateway.IStageRef): string {
  return JSON.stringify([restApiId, stageName].map((id) => origin(id, node.scope!)));
}

function origin(text: string, scope: IConstruct): unknown {
  const mapToken = (token: IResolvable) => Reference.isReference(token)
    ? `\${${token.target.node.path}.${token.displayName}}`
    : JSON.stringify(Stack.of(scope).resolve(token));
  return Tokenization.reverseString(text).mapTokens({ mapToken }).join({ join: (left: unknown, right: unknown) => `${left}${right}` });
}
