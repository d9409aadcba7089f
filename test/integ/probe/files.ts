import { gunzipSync } from 'zlib';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { environment } from './environment';
import { Sent } from './send-requests';

const SENT = 'sent.json';

const client = () => new S3Client(process.env.AWS_ENDPOINT_URL === undefined ? {} : { forcePathStyle: true });

/** The names of the objects of a folder: at most a page of them. */
export async function objectsIn(bucket: string, folder: string): Promise<string[]> {
  const { Contents = [] } = await client().send(new ListObjectsV2Command({ Bucket: bucket, Prefix: folder }));
  return Contents.map(({ Key }) => Key!);
}

export async function readObject(bucket: string, key: string): Promise<Buffer> {
  const { Body } = await client().send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const bytes = Buffer.from(await Body!.transformToByteArray());
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

export async function writeObject(bucket: string, key: string, body: Buffer | string): Promise<void> {
  await client().send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
}

/** The requests that were sent; undefined before. */
export async function readSent(): Promise<Sent[] | undefined> {
  const { SENT_BUCKET } = environment();
  if (!(await objectsIn(SENT_BUCKET, SENT)).includes(SENT)) return undefined;
  return JSON.parse((await readObject(SENT_BUCKET, SENT)).toString()) as Sent[];
}

export function writeSent(sent: readonly Sent[]): Promise<void> {
  return writeObject(environment().SENT_BUCKET, SENT, JSON.stringify(sent));
}
