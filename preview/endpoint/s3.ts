import { ApiRequest, ApiResponse } from './http';
import { isObjectPath, ObjectStore, StoredObject } from '../storage/object-store';

const METADATA = 'x-amz-meta-';

/** Answers the S3 operations that the handlers use, in path style. */
export function answerS3(store: ObjectStore, request: ApiRequest): ApiResponse {
  const [, bucket, ...segments] = request.path.split('/');
  const key = segments.join('/');
  if (!isObjectPath(bucket, key)) return failure(400, 'InvalidURI', `The preview has no file for ${request.path}.`);
  switch (key === '' ? `${request.method} bucket` : request.method) {
    case 'GET': return getObject(store.get(bucket, key), key, request);
    case 'HEAD': return { ...getObject(store.get(bucket, key), key, request), body: undefined };
    case 'PUT': return putObject(store, bucket, key, request);
    case 'GET bucket': return listObjects(store, bucket, request);
    default: return failure(501, 'NotImplemented', `The preview does not answer ${request.method} ${request.path}.`);
  }
}

function getObject(object: StoredObject | undefined, key: string, { headers }: ApiRequest): ApiResponse {
  if (!object) return failure(404, 'NoSuchKey', `The specified key does not exist: ${key}`);
  const { body, etag, metadata } = object;
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  const own = Object.fromEntries(Object.entries(metadata).map(([name, value]) => [METADATA + name, value]));
  return { status: 200, headers: { etag, 'content-type': 'application/octet-stream', 'content-length': String(body.length), ...own }, body };
}

function putObject(store: ObjectStore, bucket: string, key: string, { headers, body }: ApiRequest): ApiResponse {
  if (/aws-chunked/.test(headers['content-encoding'] ?? '')) return failure(501, 'NotImplemented', 'The preview does not support chunked bodies.');
  const current = store.get(bucket, key)?.etag;
  const refused = (headers['if-none-match'] === '*' && current !== undefined) || (headers['if-match'] !== undefined && headers['if-match'] !== current);
  if (refused) return failure(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  const metadata = Object.fromEntries(Object.entries(headers)
    .filter(([name]) => name.startsWith(METADATA))
    .map(([name, value]) => [name.slice(METADATA.length), value ?? '']));
  return { status: 200, headers: { etag: store.put(bucket, key, body, metadata) } };
}

function listObjects(store: ObjectStore, bucket: string, { query }: ApiRequest): ApiResponse {
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const limit = Number(query.get('max-keys') ?? 1000);
  const keys = store.list(bucket, query.get('prefix') ?? '').filter((key) => key > after);
  const page = keys.slice(0, limit);
  const more = keys.length > limit;
  const contents = page.map((key) => {
    const { body, etag } = store.get(bucket, key)!;
    return `<Contents><Key>${escapeXml(key)}</Key><ETag>${escapeXml(etag)}</ETag><Size>${body.length}</Size></Contents>`;
  });
  return xml(200, `<ListBucketResult><Name>${escapeXml(bucket)}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${
    more ? `<NextContinuationToken>${escapeXml(page[limit - 1])}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`);
}

function failure(status: number, code: string, message: string): ApiResponse {
  return xml(status, `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`);
}

function xml(status: number, text: string): ApiResponse {
  return { status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`) };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
