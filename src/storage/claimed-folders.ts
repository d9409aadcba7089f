import { Names, Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { Folders } from './folders';
import { usageError } from '../synth/usage-error';

interface Claim {
  readonly bucket: string;
  readonly folders: Folders;
  readonly owner: IConstruct;
}

const CLAIMS = new WeakMap<IConstruct, Claim[]>();

/** Two pipelines that wrote to one place would read each other's rows: one bucket and prefix serves one pipeline of an app. */
export function claimFolders(scope: IConstruct, bucket: s3.IBucket, folders: Folders): void {
  const claims = CLAIMS.get(scope.node.root) ?? [];
  const claim = { bucket: identityOf(bucket), folders, owner: scope };
  const other = claims.find((earlier) => earlier.bucket === claim.bucket && (within(earlier.folders, folders) || within(folders, earlier.folders)));
  if (other) {
    throw usageError(scope, `UsageStorage.bucket(...) has the same bucket and prefix as ${other.owner.node.path}, or one inside the other: `
      + `files would lie in '${folders.logs}' and '${other.folders.logs}'. Give each its own prefix.`);
  }
  CLAIMS.set(scope.node.root, [...claims, claim]);
}

/** An imported bucket is the same one wherever it is imported. */
function identityOf(bucket: s3.IBucket): string {
  return Token.isUnresolved(bucket.bucketName) ? Names.nodeUniqueId(bucket.node) : bucket.bucketName;
}

function within(outer: Folders, inner: Folders): boolean {
  return foldersOf(outer).some((folder) => foldersOf(inner).some((inside) => inside.startsWith(folder)));
}

/** The folders of all formats count: a pipeline may change its format. */
function foldersOf({ logsByFormat, errors, directory, results }: Folders): string[] {
  return [...Object.values(logsByFormat), errors, directory, results];
}
