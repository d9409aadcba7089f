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

/** A function that times out sends no response. CloudFormation then waits a minute more, instead of an hour. */
const SERVICE_TIMEOUT = FUNCTION_TIME.plus(Duration.minutes(1));

/**
 * The custom resource that attaches one stage, with the policy for that stage. CloudFormation would narrow a policy for all
 * stages before it deletes the custom resource of a removed stage, which then could not restore the stage.
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
    // The custom resource is created last and deleted first. Its references to stream and function order the rest.
    resource.node.addDependency(policy);
  }
}
