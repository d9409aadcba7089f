import { Stack, Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';

type Place = Pick<Stack, 'partition' | 'region'>;

/** The longest names in AWS. */
const FARTHEST: Place = { partition: 'aws-us-gov', region: 'ap-southeast-1' };
const LONGEST: apigateway.StageReference = { restApiId: 'x'.repeat(10), stageName: 'x'.repeat(128) };

/** The right to read and change one stage. */
export function stagePolicy(scope: IConstruct, stage: apigateway.StageReference): iam.PolicyDocument {
  return policyIn(Stack.of(scope), stage);
}

/** The most characters that IAM counts for that policy, in any region. */
export function stagePolicyLength(scope: IConstruct, { restApiId, stageName }: apigateway.StageReference): number {
  const policy = policyIn(FARTHEST, {
    restApiId: Token.isUnresolved(restApiId) ? LONGEST.restApiId : restApiId,
    stageName: Token.isUnresolved(stageName) ? LONGEST.stageName : stageName,
  });
  return JSON.stringify(Stack.of(scope).resolve(policy)).length;
}

function policyIn({ partition, region }: Place, { restApiId, stageName }: apigateway.StageReference): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [new iam.PolicyStatement({
      actions: ['apigateway:GET', 'apigateway:PATCH'],
      resources: [`arn:${partition}:apigateway:${region}::/restapis/${restApiId}/stages/${stageName}`],
    })],
  });
}
