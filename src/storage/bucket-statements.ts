import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';

/** Reading the objects of one folder, or one object. */
export function readStatement(bucket: s3.IBucket, folderOrKey: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [objectsIn(bucket, folderOrKey)] });
}

/** Writing the objects of one folder. */
export function writeStatement(bucket: s3.IBucket, folder: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['s3:PutObject'], resources: [objectsIn(bucket, folder)] });
}

/** Listing one folder, or one key: without it S3 answers 403 for an object that is not there, instead of 404. */
export function listStatement(bucket: s3.IBucket, folderOrKey: string): iam.PolicyStatement {
  const prefix = folderOrKey.endsWith('/') ? [folderOrKey.slice(0, -1), `${folderOrKey}*`] : folderOrKey;
  return new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn], conditions: { StringLike: { 's3:prefix': prefix } } });
}

/** The bucket's key, where it has one of its own. Its key policy must let IAM decide, as that of a key made by CDK does. */
export function keyStatements(bucket: s3.IBucket, actions: string[]): iam.PolicyStatement[] {
  return bucket.encryptionKey ? [new iam.PolicyStatement({ actions, resources: [bucket.encryptionKey.keyArn] })] : [];
}

export function objectsIn(bucket: s3.IBucket, folderOrKey: string): string {
  return bucket.arnForObjects(folderOrKey.endsWith('/') ? `${folderOrKey}*` : folderOrKey);
}
