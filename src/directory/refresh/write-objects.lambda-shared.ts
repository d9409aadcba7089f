import { createHash } from 'crypto';
import { HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DirectoryObject } from './objects';

/** The object's user metadata that says what it holds. */
const DIGEST = 'sha256';

/** Writes, in order, the objects whose content differs from what lies in the bucket. */
export async function writeObjects(s3: S3Client, bucketName: string, objects: readonly DirectoryObject[]): Promise<void> {
  for (const { key, contentType, body } of objects) {
    const digest = createHash(DIGEST).update(body).digest('hex');
    if (await digestOf(s3, bucketName, key) === digest) continue;
    await s3.send(new PutObjectCommand({
      Bucket: bucketName,
      Key: key,
      Body: body,
      // The SDK leaves the length of an empty body out, and S3 asks for it.
      ContentLength: Buffer.byteLength(body),
      ContentType: contentType,
      Metadata: { [DIGEST]: digest },
    }));
  }
}

async function digestOf(s3: S3Client, bucketName: string, key: string): Promise<string | undefined> {
  try {
    const { Metadata = {} } = await s3.send(new HeadObjectCommand({ Bucket: bucketName, Key: key }));
    return Metadata[DIGEST];
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
