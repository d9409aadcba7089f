import { createReadStream, Dirent, readdirSync, statSync } from 'fs';
import { IncomingMessage, ServerResponse } from 'http';
import { join } from 'path';
import { S3Reads } from './s3-reads';

const PAGE = 1000;

/** Where the objects of each bucket lie: a folder for a bucket. */
export type Buckets = ReadonlyMap<string, string>;

/** Answers what a query asks of S3, in path style, and counts it. */
export function answerS3(buckets: Buckets, reads: S3Reads, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const [, bucket, ...segments] = decodeURIComponent(url.pathname).split('/');
  const folder = buckets.get(bucket);
  const key = segments.join('/');
  if (!folder || !['GET', 'HEAD'].includes(request.method!)) return fail(response, folder ? 501 : 404, folder ? 'NotImplemented' : 'NoSuchBucket');
  if (key !== '') return sendObject(join(folder, key), reads, request, response);
  reads.list(bucket, url.searchParams.get('prefix') ?? '');
  response.writeHead(200, { 'content-type': 'application/xml' }).end(listing(folder, url.searchParams));
}

function sendObject(file: string, reads: S3Reads, { method, headers }: IncomingMessage, response: ServerResponse): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) return fail(response, 404, 'NoSuchKey');
  const range = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '');
  const [start, end] = range ? bounds(range[1], range[2], stat.size) : [0, stat.size - 1];
  response.writeHead(range ? 206 : 200, {
    'etag': `"${stat.size}-${stat.mtimeMs}"`,
    'last-modified': stat.mtime.toUTCString(),
    'content-length': end - start + 1,
    ...range ? { 'content-range': `bytes ${start}-${end}/${stat.size}` } : {},
  });
  if (method === 'HEAD') return void response.end();
  reads.get(file, end - start + 1);
  createReadStream(file, { start, end }).pipe(response);
}

function bounds(from: string, to: string, size: number): [number, number] {
  if (from === '') return [Math.max(0, size - Number(to)), size - 1];
  return [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
}

function listing(folder: string, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString();
  const limit = Math.min(PAGE, Number(query.get('max-keys') ?? PAGE));
  const parent = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const found = [...entries(folder, parent, query.get('delimiter') !== '/')].filter((name) => name.startsWith(prefix) && name > after);
  const page = found.slice(0, limit);
  const more = found.length > limit ? `<NextContinuationToken>${Buffer.from(page[limit - 1]).toString('base64')}</NextContinuationToken>` : '';
  const body = page.map((name) => (name.endsWith('/') ? `<CommonPrefixes><Prefix>${escapeXml(name)}</Prefix></CommonPrefixes>` : contents(folder, name)));
  return `<ListBucketResult><KeyCount>${page.length}</KeyCount><IsTruncated>${more !== ''}</IsTruncated>${more}${body.join('')}</ListBucketResult>`;
}

/** The keys below a folder in their order; if not deep, those right in it and the folders right in it. */
function* entries(root: string, folder: string, deep: boolean): Generator<string> {
  const names = children(join(root, folder)).map((entry) => folder + entry.name + (entry.isDirectory() ? '/' : ''));
  for (const name of names.sort()) {
    if (deep && name.endsWith('/')) yield* entries(root, name, deep);
    else yield name;
  }
}

function children(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function contents(root: string, key: string): string {
  const { size, mtime, mtimeMs } = statSync(join(root, key));
  return `<Contents><Key>${escapeXml(key)}</Key><LastModified>${mtime.toISOString()}</LastModified><ETag>&quot;${size}-${mtimeMs}&quot;</ETag>`
    + `<Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
