import { gunzipSync } from 'zlib';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Answer } from './answer';
import { environment } from './environment';
import { Sent } from './send-requests';

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
export function readSent(): Promise<Sent[] | undefined> {
  return readNote<Sent[]>('sent');
}

export function writeSent(sent: readonly Sent[]): Promise<void> {
  return writeNote('sent', sent);
}

/** The last answer to a question; undefined before. */
export function readAnswer(question: string): Promise<Answer | undefined> {
  return readNote<Answer>(`answers/${question}`);
}

export function writeAnswer(question: string, answer: Answer): Promise<void> {
  return writeNote(`answers/${question}`, answer);
}

async function readNote<T>(name: string): Promise<T | undefined> {
  const { NOTES_BUCKET } = environment();
  const key = `${name}.json`;
  if (!(await objectsIn(NOTES_BUCKET, key)).includes(key)) return undefined;
  return JSON.parse((await readObject(NOTES_BUCKET, key)).toString()) as T;
}

function writeNote(name: string, note: object): Promise<void> {
  return writeObject(environment().NOTES_BUCKET, `${name}.json`, JSON.stringify(note));
}
