import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SnapshotAnswer, SnapshotStore } from './directory-source';

/** The snapshot in S3. Short time limits: a batch must not wait for names longer than Firehose waits for the batch. */
export function snapshotInS3(bucket: string, key: string): SnapshotStore {
  const s3 = new S3Client({ maxAttempts: 2, requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true } });
  return async (etag) => {
    try {
      const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, IfNoneMatch: etag }));
      return { outcome: 'found', text: await Body!.transformToString(), etag: ETag };
    } catch (error) {
      return answerIn(error);
    }
  };
}

function answerIn(error: unknown): SnapshotAnswer {
  switch ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode) {
    case 304: return { outcome: 'unchanged' };
    case 404: return { outcome: 'missing' };
    default: throw error;
  }
}
