import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, IConstruct } from 'constructs';
import { ATTACHMENT_ENVIRONMENT } from './environment';
import { functionOptionsWithLog } from '../../functions/function-options';
import { PipelineFunction } from '../../functions/pipeline-function';
import { uniqueName } from '../../synth/unique-name';
import { usageError } from '../../synth/usage-error';
import { destinationArn } from '../access-log-target';

/** The stages of a deployment share ten calls a second of API Gateway. The last of 185 waits for about a minute. */
export const FUNCTION_TIME = Duration.minutes(5);

/**
 * The characters that the policies of the stages may have: IAM's limit for the inline policies of a role, without the
 * role's own.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MAX_POLICY_CHARACTERS = 10_240 - 1_400;

/** A function that attaches some of the stages, with its role. */
export class AttachmentShard extends Construct {
  public readonly handler: PipelineFunction;
  public readonly role: iam.Role;
  private policyCharacters = 0;

  constructor(scope: Construct, id: string, deliveryStreamName: string, logGroup: logs.ILogGroup) {
    super(scope, id);
    // No other role uses this path.
    const parameterPath = `/api-usage-analytics/${uniqueName(this, '-', 64)}/`;
    const statements = [serviceLinkedRoleStatement(this), describeStatement(this, deliveryStreamName), parameterStatement(this, parameterPath)];
    const options = functionOptionsWithLog(this, statements, logGroup);
    this.role = options.role;
    this.handler = new PipelineFunction(this, 'Function', 'stages/attachment/attach', {
      ...options,
      description: 'Sets the access log of imported API Gateway stages.',
      memorySize: 256,
      timeout: FUNCTION_TIME,
      environment: ATTACHMENT_ENVIRONMENT.toEnvironment({ deliveryStreamName, parameterPath }),
    });
  }

  /** Reserves space in the role for one more policy. */
  public reserve(characters: number): void {
    this.policyCharacters += characters;
    if (this.policyCharacters <= MAX_POLICY_CHARACTERS) return;
    throw usageError(this, 'The policies of this role, one for each stage that it attaches, would be longer than IAM allows. '
      + 'Move some of the stages to a second ApiUsageAnalytics.');
  }
}

/**
 * API Gateway writes access logs with a service-linked role, which the first caller that sets such an access log creates.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/using-service-linked-roles.html
 */
function serviceLinkedRoleStatement(scope: IConstruct): iam.PolicyStatement {
  const service = 'ops.apigateway.amazonaws.com';
  return new iam.PolicyStatement({
    actions: ['iam:CreateServiceLinkedRole'],
    resources: [Stack.of(scope).formatArn({
      service: 'iam', region: '', resource: 'role', resourceName: `aws-service-role/${service}/AWSServiceRoleForAPIGateway`,
    })],
    conditions: { StringEquals: { 'iam:AWSServiceName': service } },
  });
}

/** API Gateway may check a destination with the rights of the caller that sets it. */
function describeStatement(scope: IConstruct, streamName: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['firehose:DescribeDeliveryStream'], resources: [destinationArn(scope, { streamName })] });
}

/** The previous access logs. A right for each parameter would be removed with its stage, before the stage is restored. */
function parameterStatement(scope: IConstruct, path: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['ssm:DeleteParameter', 'ssm:GetParameter', 'ssm:PutParameter'],
    resources: [Stack.of(scope).formatArn({ service: 'ssm', resource: 'parameter', resourceName: `${path.slice(1)}*` })],
  });
}
