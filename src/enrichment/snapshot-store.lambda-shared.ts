import { Readable } from 'stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SnapshotAnswer, SnapshotStore } from './directory-source';
import { clientSettings } from '../functions/client-settings';
import { statusOf } from '../functions/service-error';

/** The snapshot in S3. A second attempt fits into the time that a batch waits. */
export function snapshotInS3(bucket: string, key: string): SnapshotStore {
  const s3 = new S3Client(clientSettings({ attempts: 2, connectionMs: 1_000, responseMs: 2_000 }));
  return async (etag, abortSignal) => {
    try {
      const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, IfNoneMatch: etag }), { abortSignal });
      // The SDK does not promise that the signal reaches a body whose headers have arrived.
      abortSignal.addEventListener('abort', () => (Body as Readable | undefined)?.destroy(), { once: true });
      return { outcome: 'found', text: await Body!.transformToString(), etag: ETag };
    } catch (error) {
      return answerIn(error);
    }
  };
}

/** S3 returns 403 for a missing object if it does not accept the right to list. */
function answerIn(error: unknown): SnapshotAnswer {
  switch (statusOf(error)) {
    case 304: return { outcome: 'unchanged' };
    case 403:
    case 404: return { outcome: 'missing' };
    default: throw error;
  }
}
