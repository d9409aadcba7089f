import { createHash } from 'crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { dirname, join, sep } from 'path';

export interface StoredObject {
  readonly body: Buffer;
  readonly etag: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** S3 as a folder: `<root>/<bucket>/<key>` holds an object's bytes, and its metadata is kept in memory. */
export class ObjectStore {
  private readonly metadata = new Map<string, Readonly<Record<string, string>>>();

  constructor(private readonly root: string) {}

  public put(bucket: string, key: string, body: Buffer, metadata: Readonly<Record<string, string>> = {}): string {
    const file = this.path(bucket, key);
    mkdirSync(dirname(file), { recursive: true });
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

  /** The keys under a prefix, in order. */
  public list(bucket: string, prefix: string): string[] {
    const folder = this.path(bucket, '');
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(sep).join('/'))
      .filter((key) => key.startsWith(prefix) && statSync(join(folder, key)).isFile())
      .sort();
  }

  /** Where an object's bytes are, or would be. */
  public path(bucket: string, key: string): string {
    if (key.split('/').includes('..')) throw new Error(`the key ${key} does not name a file of the preview`);
    return join(this.root, bucket, key);
  }
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}
