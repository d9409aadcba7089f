import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { catalogArns } from '../catalog/catalog-arns';
import { BoundStorage } from '../storage/bound-storage';
import { keyStatements, objectsIn } from '../storage/bucket-statements';

export interface StreamRights {
  readonly storage: BoundStorage;
  readonly processor: lambda.IFunction;
  readonly logStreamArn: string;
  /** The table whose schema Firehose converts by, and its database; absent where no format in use is converted. */
  readonly schema?: { readonly database: glue.CfnDatabase; readonly table: glue.CfnTable };
}

/**
 * The stream's role. Its rights are inline, so that the stream, which tries them when it is made, waits for them. They
 * include those for the previous format: in a deployment that changes the format, the role is updated before the stream.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3
 */
export function streamRole(scope: Construct, { storage: { bucket, folders }, processor, logStreamArn, schema }: StreamRights): iam.Role {
  const statement = (actions: string[], ...resources: string[]) => new iam.PolicyStatement({ actions, resources });
  const policy = (...statements: iam.PolicyStatement[]) => new iam.PolicyDocument({ statements });
  return new iam.Role(scope, 'Role', {
    description: 'Delivers API Gateway access logs.',
    assumedBy: new iam.ServicePrincipal('firehose.amazonaws.com'),
    inlinePolicies: {
      Files: policy(
        statement(['s3:PutObject', 's3:AbortMultipartUpload'], ...[...folders.declaredLogs, folders.errors].map((folder) => objectsIn(bucket, folder))),
        statement(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], bucket.bucketArn),
        ...keyStatements(bucket, ['kms:Decrypt', 'kms:GenerateDataKey']),
      ),
      // Firehose calls the version that the processor's ARN names, which is $LATEST where it names none.
      Enrichment: policy(statement(['lambda:InvokeFunction'], processor.functionArn, `${processor.functionArn}:$LATEST`)),
      Logs: policy(statement(['logs:PutLogEvents'], logStreamArn)),
      ...(schema && {
        Schema: policy(statement(['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'], ...catalogArns(scope, schema.database, [schema.table]))),
      }),
    },
  });
}
