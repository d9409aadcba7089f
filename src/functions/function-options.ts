import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { declareLogGroup } from '../operations/log-group';

/** What our functions have in common, with a log of the function's own. */
export function functionOptions(scope: Construct, statements: iam.PolicyStatement[], logRetention: logs.RetentionDays): lambda.FunctionOptions {
  return functionOptionsWithLog(scope, statements, declareLogGroup(scope, 'LogGroup', logRetention));
}

/**
 * What our functions have in common. The role is whole before the function is made, because its rights are inline, and
 * it cannot make a log group: an unexpected one would be kept for ever.
 */
export function functionOptionsWithLog(scope: Construct, statements: iam.PolicyStatement[], logGroup: logs.ILogGroup) {
  const role = new iam.Role(scope, 'Role', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      Logs: new iam.PolicyDocument({
        statements: [new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] })],
      }),
      Access: new iam.PolicyDocument({ statements }),
    },
  });
  return { role, logGroup };
}
