import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { catalogArns } from './catalog-arns';
import { BoundStorage } from '../storage/bound-storage';
import { keyStatements, listStatement, readStatement } from '../storage/bucket-statements';

export interface CrawlerRights {
  readonly storage: BoundStorage;
  readonly database: glue.CfnDatabase;
  readonly table: glue.CfnTable;
  readonly queue?: sqs.Queue;
}

/**
 * The role of a crawler on one table. Of the rights in AWSGlueServiceRole, it has those that such a crawler needs.
 * @see https://docs.aws.amazon.com/glue/latest/dg/crawler-prereqs.html
 */
export function crawlerRole(scope: Construct, { storage, database, table, queue }: CrawlerRights): iam.Role {
  return new iam.Role(scope, 'CrawlerRole', {
    description: 'Registers partitions of the table of requests.',
    assumedBy: new iam.ServicePrincipal('glue.amazonaws.com'),
    inlinePolicies: {
      Files: new iam.PolicyDocument({
        statements: [
          readStatement(storage.bucket, storage.folders.logs),
          listStatement(storage.bucket, storage.folders.logs),
          new iam.PolicyStatement({ actions: ['s3:GetBucketLocation', 's3:GetBucketAcl'], resources: [storage.bucket.bucketArn] }),
          ...keyStatements(storage.bucket, ['kms:Decrypt']),
        ],
      }),
      Catalog: new iam.PolicyDocument({ statements: [catalogStatement(scope, database, table)] }),
      Logs: new iam.PolicyDocument({ statements: [logStatement(scope)] }),
      ...(queue && { Events: new iam.PolicyDocument({ statements: [queueStatement(queue)] }) }),
    },
  });
}

function catalogStatement(scope: Construct, database: glue.CfnDatabase, table: glue.CfnTable): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: [
      'glue:GetDatabase', 'glue:GetTable', 'glue:GetTables', 'glue:UpdateTable',
      'glue:GetPartition', 'glue:GetPartitions', 'glue:BatchGetPartition', 'glue:CreatePartition', 'glue:BatchCreatePartition',
      'glue:UpdatePartition', 'glue:BatchUpdatePartition', 'glue:GetPartitionIndexes', 'glue:CreatePartitionIndex',
    ],
    resources: catalogArns(scope, database, table.ref),
  });
}

/**
 * AWS Glue chooses the log group, which all crawlers of an account share, and creates it as the role of the first crawler. A stack
 * cannot declare it, because another crawler may have created it. Its name has a suffix where a security configuration is set.
 */
function logStatement(scope: Construct): iam.PolicyStatement {
  const group = (suffix: string) => Stack.of(scope).formatArn({
    service: 'logs', resource: 'log-group', resourceName: `/aws-glue/crawlers*${suffix}`, arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new iam.PolicyStatement({
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [group(''), group(':*')],
  });
}

function queueStatement(queue: sqs.Queue): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: [
      'sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ListDeadLetterSourceQueues', 'sqs:ReceiveMessage', 'sqs:GetQueueAttributes',
      'sqs:ListQueueTags', 'sqs:SetQueueAttributes', 'sqs:PurgeQueue',
    ],
    resources: [queue.queueArn],
  });
}
