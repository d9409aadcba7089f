import * as s3 from 'aws-cdk-lib/aws-s3';
import { Folders } from './folders';

/** A storage in use. */
export interface BoundStorage {
  readonly bucket: s3.IBucket;
  readonly folders: Folders;
  /** Whether the bucket is the construct's own, so that its notifications are too. */
  readonly managed: boolean;
}
