import { createHash } from 'crypto';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DirectoryObject } from './objects';
import { statusOf } from '../../functions/service-error';

/** The object's user metadata with the digest of its content. */
const DIGEST = 'sha256';

/** Writes, in order, the objects whose content differs from the content in the bucket. */
export async function writeObjects(s3: S3Client, bucketName: string, objects: readonly DirectoryObject[], signal: AbortSignal): Promise<void> {
  for (const { key, contentType, body } of objects) {
    const digest = createHash(DIGEST).update(body).digest('hex');
    if (await digestOf(s3, bucketName, key, signal) === digest) continue;
    signal.throwIfAborted();
    await s3.send(new PutObjectCommand({
      Bucket: bucketName,
      Key: key,
      Body: body,
      // S3 requires the length, which the SDK omits for an empty body.
      ContentLength: Buffer.byteLength(body),
      ContentType: contentType,
      Metadata: { [DIGEST]: digest },
    }), { abortSignal: signal });
  }
}

/** Undefined if it is not known. S3 answers 403 for a missing object if it does not accept the right to list. */
async function digestOf(s3: S3Client, bucketName: string, key: string, abortSignal: AbortSignal): Promise<string | undefined> {
  try {
    const { Metadata = {} } = await s3.send(new HeadObjectCommand({ Bucket: bucketName, Key: key }), { abortSignal });
    return Metadata[DIGEST];
  } catch (error) {
    if ([403, 404].includes(statusOf(error) ?? 0)) return undefined;
    throw error;
  }
}
