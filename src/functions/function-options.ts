import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { declareLogGroup } from '../operations/log-group';

/** The options that all functions share, with a log group for this function. */
export function functionOptions(scope: Construct, statements: iam.PolicyStatement[], logRetention: logs.RetentionDays): lambda.FunctionOptions {
  return functionOptionsWithLog(scope, statements, declareLogGroup(scope, 'LogGroup', logRetention));
}

/**
 * The options that all functions share. The role's rights are inline, so that it has all of them before the function
 * exists. It cannot create a log group, because a log group that the stack does not declare is kept for ever.
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
