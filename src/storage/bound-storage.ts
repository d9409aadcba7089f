import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Folders } from './folders';

/** The storage of one pipeline. */
export interface BoundStorage {
  readonly bucket: s3.IBucket;
  readonly folders: Folders;
  /** Whether the pipeline creates the bucket, and may therefore set its notifications. */
  readonly managed: boolean;
  /** How long the files of requests are kept, if the construct knows and limits it. */
  readonly expireAfter?: Duration;
}
