import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** The right to read the objects of a folder, or one object. */
export function readStatement(bucket: s3.IBucket, folderOrKey: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [objectsIn(bucket, folderOrKey)] });
}

/** The right to write the objects of a folder. */
export function writeStatement(bucket: s3.IBucket, folder: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['s3:PutObject'], resources: [objectsIn(bucket, folder)] });
}

/** The right to write the results of queries to a folder, in parts where they are large, and to read them. */
export function resultsStatement(bucket: s3.IBucket, folder: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
    resources: [objectsIn(bucket, folder)],
  });
}

/** The right to list a folder, or one key. Without it, S3 answers 403 instead of 404 for an object that does not exist. */
export function listStatement(bucket: s3.IBucket, folderOrKey: string): iam.PolicyStatement {
  const prefix = folderOrKey.endsWith('/') ? [folderOrKey.slice(0, -1), `${folderOrKey}*`] : folderOrKey;
  return new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn], conditions: { StringLike: { 's3:prefix': prefix } } });
}

/**
 * The right to use the KMS key of a bucket, if it has one, by way of S3 alone. The policy of the key must leave the
 * decision to IAM, as the policy of a key that CDK makes does.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function keyStatements(bucket: s3.IBucket, actions: string[]): iam.PolicyStatement[] {
  if (!bucket.encryptionKey) return [];
  return [new iam.PolicyStatement({
    actions,
    resources: [bucket.encryptionKey.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${bucket.env.region}.${Aws.URL_SUFFIX}` } },
  })];
}

export function objectsIn(bucket: s3.IBucket, folderOrKey: string): string {
  return bucket.arnForObjects(folderOrKey.endsWith('/') ? `${folderOrKey}*` : folderOrKey);
}
