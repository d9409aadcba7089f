import { createHash } from 'crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { dirname, join, sep } from 'path';
import { isFileName, staysBelow } from './file-names';

export interface StoredObject {
  readonly body: Buffer;
  readonly etag: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** S3 as a folder. The file `<root>/<bucket>/<key>` has the bytes of an object. Metadata is kept in memory. */
export class ObjectStore {
  private readonly metadata = new Map<string, Readonly<Record<string, string>>>();
  private readonly folders = new Set<string>();

  constructor(private readonly root: string) {}

  public put(bucket: string, key: string, body: Buffer, metadata: Readonly<Record<string, string>> = {}): string {
    const file = this.path(bucket, key);
    this.makeFolder(dirname(file));
    writeFileSync(file, body);
    this.metadata.set(file, metadata);
    return etagOf(body);
  }

  public get(bucket: string, key: string): StoredObject | undefined {
    const file = this.path(bucket, key);
    if (!existsSync(file) || !statSync(file).isFile()) return undefined;
    const body = readFileSync(file);
    return { body, etag: etagOf(body), metadata: this.metadata.get(file) ?? {} };
  }

  /** The keys with a prefix, in order. */
  public list(bucket: string, prefix: string): string[] {
    const folder = this.path(bucket, '');
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(sep).join('/'))
      .filter((key) => key.startsWith(prefix) && statSync(join(folder, key)).isFile())
      .sort();
  }

  /** The path of the file with an object's bytes, which need not exist. */
  public path(bucket: string, key: string): string {
    if (!isObjectPath(bucket, key)) throw new Error(`the preview has no file for the object ${JSON.stringify(key)} of the bucket ${JSON.stringify(bucket)}`);
    return join(this.root, bucket, key);
  }

  /** Each folder once: a month has thousands of objects. */
  private makeFolder(folder: string): void {
    if (!this.folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.folders.add(folder);
  }
}

/** Whether the file of an object would be in the folder of its bucket. S3 itself allows `..` in keys. */
export function isObjectPath(bucket: string, key: string): boolean {
  return isFileName(bucket) && staysBelow(key);
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}
