import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { readTablesStatement } from './catalog-arns';
import { BoundStorage } from '../storage/bound-storage';
import { keyStatements, listStatement, readStatement } from '../storage/bucket-statements';
import { GRANTEE, grantStatements } from '../synth/grant-statements';
import { requireType } from '../synth/guard';

/** The rights to read the tables of a pipeline and their files. Raw records that failed (`errors/`) are not included. */
export function grantRead(scope: IConstruct, grantee: iam.IGrantable, { bucket, folders }: BoundStorage, database: glue.CfnDatabase): iam.Grant {
  requireType(scope, 'The grantee', GRANTEE, grantee);
  const readable = [...folders.declaredLogs, folders.directory];
  const statements = [
    ...readable.map((folder) => readStatement(bucket, folder)),
    ...readable.map((folder) => listStatement(bucket, folder)),
    new iam.PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [bucket.bucketArn] }),
    ...keyStatements(bucket, ['kms:Decrypt']),
    readTablesStatement(scope, database),
  ];
  return grantStatements(grantee, statements);
}
