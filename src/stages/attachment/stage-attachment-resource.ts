import { CustomResource, Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { AttachmentProperties } from './attachment-properties';
import { AttachmentShard, FUNCTION_TIME } from './attachment-shard';
import { stagePolicy, stagePolicyLength } from './stage-policy';
import { AccessLogTarget } from '../access-log-target';

export interface StageAttachmentResourceOptions {
  readonly stage: apigateway.StageReference;
  readonly target: AccessLogTarget;
  readonly shard: AttachmentShard;
  readonly replaceAccessLog: boolean;
}

/** A function that is killed tells nobody: CloudFormation waits a little longer than it can live, and not for an hour. */
const SERVICE_TIMEOUT = FUNCTION_TIME.plus(Duration.minutes(1));

/**
 * One stage that a custom resource attaches, and what its role may do for it. The policy is the stage's own: one for all
 * would be narrowed before the resource of a stage that is taken out is deleted, which could not give the stage back.
 * @see https://github.com/aws/aws-cdk/issues/9840
 */
export class StageAttachmentResource extends Construct {
  constructor(scope: Construct, id: string, { stage, target, shard, replaceAccessLog }: StageAttachmentResourceOptions) {
    super(scope, id);
    shard.reserve(stagePolicyLength(this, stage));
    const resource = new CustomResource(this, 'Resource', {
      resourceType: 'Custom::ApiGatewayAccessLog',
      serviceToken: shard.handler.functionArn,
      serviceTimeout: SERVICE_TIMEOUT,
      properties: {
        RestApiId: stage.restApiId,
        StageName: stage.stageName,
        DestinationArn: target.stream.attrArn,
        Format: target.format,
        ReplaceAccessLog: String(replaceAccessLog),
      } satisfies AttachmentProperties,
    });
    const policy = new iam.CfnPolicy(this, 'Policy', {
      policyName: `Stage${this.node.addr.slice(-8)}`,
      policyDocument: stagePolicy(this, stage),
      roles: [shard.role.roleName],
    });
    // The last to be made and the first to be deleted, also because it refers to stream and function.
    resource.node.addDependency(policy);
  }
}
