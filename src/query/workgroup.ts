import { Size, Stack } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import { Construct, IConstruct } from 'constructs';
import { BoundStorage } from '../storage/bound-storage';
import { shown } from '../synth/shown';
import { uniqueName } from '../synth/unique-name';
import { usageError } from '../synth/usage-error';

const MAX_NAME_LENGTH = 128;

/** The lowest limit that Athena accepts. */
const LEAST_SCAN_BYTES = 10_000_000;

/**
 * The workgroup in which the pipeline's questions run. Its settings override those of the client.
 * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-manage-queries-control-costs.html
 */
export function createWorkgroup(scope: Construct, { bucket, folders }: BoundStorage, queryScanLimit?: Size): athena.CfnWorkGroup {
  const { encryptionKey } = bucket;
  return new athena.CfnWorkGroup(scope, 'Workgroup', {
    name: uniqueName(scope, '-', MAX_NAME_LENGTH),
    description: `Queries about the usage of an API, of the stack ${Stack.of(scope).stackName}.`,
    // Without it, a workgroup that has run a query cannot be deleted.
    recursiveDeleteOption: true,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: queryScanLimit && scanLimit(scope, queryScanLimit),
      resultConfiguration: {
        outputLocation: bucket.s3UrlForObject(folders.results),
        encryptionConfiguration: encryptionKey ? { encryptionOption: 'SSE_KMS', kmsKey: encryptionKey.keyArn } : { encryptionOption: 'SSE_S3' },
      },
    },
  });
}

function scanLimit(scope: IConstruct, limit: Size): number {
  const bytes = limit.isUnresolved() ? NaN : limit.toBytes();
  if (!(bytes >= LEAST_SCAN_BYTES)) {
    throw usageError(scope.node.scope ?? scope, `queryScanLimit must be at least ${LEAST_SCAN_BYTES / 1_000_000} MB, because Athena accepts no less, `
      + `got ${shown(limit)}. Leave it out to have no limit.`);
  }
  return bytes;
}
