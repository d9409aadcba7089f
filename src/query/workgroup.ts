import { Stack } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import { Construct } from 'constructs';
import { BoundStorage } from '../storage/bound-storage';
import { uniqueName } from '../synth/unique-name';

const MAX_NAME_LENGTH = 128;

/**
 * The workgroup in which the pipeline's questions run. Its settings hold for every query, whatever a client asks for.
 * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-manage-queries-control-costs.html
 */
export function createWorkgroup(scope: Construct, { bucket, folders }: BoundStorage): athena.CfnWorkGroup {
  const { encryptionKey } = bucket;
  return new athena.CfnWorkGroup(scope, 'Workgroup', {
    name: uniqueName(scope, '-', MAX_NAME_LENGTH),
    description: `Queries about the usage of an API, of the stack ${Stack.of(scope).stackName}.`,
    // Without it, a workgroup that has run a query cannot be deleted.
    recursiveDeleteOption: true,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      resultConfiguration: {
        outputLocation: bucket.s3UrlForObject(folders.results),
        encryptionConfiguration: encryptionKey ? { encryptionOption: 'SSE_KMS', kmsKey: encryptionKey.keyArn } : { encryptionOption: 'SSE_S3' },
      },
    },
  });
}
