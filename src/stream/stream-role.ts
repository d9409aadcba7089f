import { Stack } from 'aws-cdk-lib';
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
 * The role of the delivery stream. Its rights are inline, so that they exist before the stream, which checks them when it is
 * created. They include those for the previous format, because a deployment updates the role before the stream.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#firehose-assume-role
 */
export function streamRole(scope: Construct, { storage: { bucket, folders }, processor, logStreamArn, schema }: StreamRights): iam.Role {
  const statement = (actions: string[], ...resources: string[]) => new iam.PolicyStatement({ actions, resources });
  const policy = (...statements: iam.PolicyStatement[]) => new iam.PolicyDocument({ statements });
  return new iam.Role(scope, 'Role', {
    description: 'Delivers API Gateway access logs.',
    // Firehose sends the account of the stream as the external id: no stream of another account can use this role.
    assumedBy: new iam.ServicePrincipal('firehose.amazonaws.com', { conditions: { StringEquals: { 'sts:ExternalId': Stack.of(scope).account } } }),
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
        Schema: policy(statement(['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'], ...catalogArns(scope, schema.database, schema.table.ref))),
      }),
    },
  });
}
