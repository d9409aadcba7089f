import { Names, Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { Folders } from './folders';
import { Claim, Claims } from '../synth/claims';
import { usageError } from '../synth/usage-error';

interface FolderClaim extends Claim {
  readonly bucket: string;
  readonly folders: Folders;
}

const FOLDERS = new Claims<FolderClaim>((one, other) =>
  one.bucket === other.bucket && (within(one.folders, other.folders) || within(other.folders, one.folders)));

/** Claims the folders of a pipeline. Two pipelines that shared a folder would read each other's rows. */
export function claimFolders(scope: IConstruct, bucket: s3.IBucket, folders: Folders): void {
  const other = FOLDERS.add(scope.node.root, { owner: scope, bucket: identityOf(bucket), folders });
  if (other) {
    throw usageError(scope, `UsageStorage.bucket(...) has the same bucket and prefix as ${other.owner.node.path}, or one inside the other: `
      + `files would be written to '${folders.logs}' and '${other.folders.logs}'. Give each its own prefix.`);
  }
}

/** A bucket that is imported twice is one bucket. */
function identityOf(bucket: s3.IBucket): string {
  return Token.isUnresolved(bucket.bucketName) ? Names.nodeUniqueId(bucket.node) : bucket.bucketName;
}

function within(outer: Folders, inner: Folders): boolean {
  return foldersOf(outer).some((folder) => foldersOf(inner).some((inside) => inside.startsWith(folder)));
}

/** The folders of all formats count, because a pipeline may change its format. */
function foldersOf({ logsByFormat, errors, directory, results }: Folders): string[] {
  return [...Object.values(logsByFormat), errors, directory, results];
}
