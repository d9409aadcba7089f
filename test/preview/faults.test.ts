import { appendFileSync, readFileSync } from 'fs';
import { join } from 'path';
import { API, KEY, ordersApp } from './orders-app';
import { failuresIn, NOON_ISH, previewed } from './previewing';
import { temporaryFolder } from './temporary-folder';
import { ApiResponse, Interceptor } from '../../preview/endpoint/http';
import { PreviewOptions } from '../../preview/run-preview';
import { Assets } from '../../preview/template/assets';
import { Resource } from '../support/template';

/* Whatever fails: no request is lost, and no row says what is not so. */

const COUNT = 240;

/** One request a second: the stream's processor gets one batch a minute. */
const REQUESTS = Array.from({ length: COUNT }, (_, index) => ({
  'requestTimeEpoch': String(NOON_ISH + index * 1000),
  'apiId': API,
  'stage': 'prod',
  'identity.apiKeyId': index % 3 === 0 ? '-' : KEY,
  'extendedRequestId': `x${String(index).padStart(3, '0')}=`,
  'status': String(200 + index % 5),
  'path': `/orders/${index}`,
}));

/** The row of a request: with the names of its key, or without and with the reason. */
function row(index: number, statusWithoutNames?: string): string {
  const { extendedRequestId, status, path, 'identity.apiKeyId': key } = REQUESTS[index];
  if (key === '-') return `${extendedRequestId},${status},${path},,,no_key`;
  return `${extendedRequestId},${status},${path},${key},${statusWithoutNames ? `,${statusWithoutNames}` : 'Umbrella Ltd,enriched'}`;
}

const ALL = [...REQUESTS.keys()];
const SQL = 'SELECT extended_request_id, status, path, api_key_id, customer_name, enrichment_status FROM logs ORDER BY 1';

const run = (file: string, options: Partial<PreviewOptions> = {}) => previewed(file, REQUESTS, SQL, options);

const failure = (status: number, code: string): ApiResponse => ({
  status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(`<Error><Code>${code}</Code></Error>`),
});

/** Another answer when the snapshot is read. */
function snapshot(answerOf: (whole: Buffer, reads: number) => ApiResponse): Interceptor {
  let reads = 0;
  return ({ method, path }, ask) => (method === 'GET' && path.endsWith('/snapshot.json') ? answerOf(ask().body ?? Buffer.alloc(0), reads++) : ask());
}

const found = (body: Buffer | string): ApiResponse => ({ status: 200, headers: { etag: '"another"' }, body: Buffer.from(body) });

test.each<[string, string, Interceptor]>([
  ['is missing', 'no_directory', snapshot(() => failure(404, 'NoSuchKey'))],
  ['is truncated', 'bad_directory', snapshot((whole) => found(whole.subarray(0, whole.length / 2)))],
  ['has another shape', 'bad_directory', snapshot((whole) => found(JSON.stringify([JSON.parse(whole.toString())])))],
  ['cannot be read: S3 answers 503', 'no_directory', snapshot(() => failure(503, 'SlowDown'))],
])('the snapshot %s: every request is a row, right but for its names', async (_, status, intercept) => {
  const { rows, preview } = await run(ordersApp()[0], { intercept });
  expect(rows).toEqual(ALL.map((index) => row(index, status)));
  expect(preview.pipelines).toMatchObject([{ delivered: COUNT, failed: 0, rows: COUNT }]);
  expect(preview.problems).toEqual([]);
});

test('rows have names again once S3 has recovered', async () => {
  // The client asks twice for each batch: both questions of the first batch fail.
  const { rows } = await run(ordersApp()[0], { intercept: snapshot((whole, reads) => (reads < 2 ? failure(503, 'SlowDown') : found(whole))) });
  const named = rows.findIndex((text, index) => text === row(index) && text.endsWith('enriched'));
  expect([60, 61, 62]).toContain(named);
  expect(rows).toEqual(ALL.map((index) => row(index, index < named ? 'no_directory' : undefined)));
});

test('S3 takes no writes either: the directory fails and says so, every request is a row', async () => {
  const down: Interceptor = ({ headers }, ask) => (/\/s3\/aws4_request/.test(headers.authorization ?? '') ? failure(503, 'ServiceUnavailable') : ask());
  const { rows, preview } = await run(ordersApp()[0], { intercept: down });
  expect(rows).toEqual(ALL.map((index) => row(index, 'no_directory')));
  expect(preview.problems).toEqual([expect.stringContaining('Directory')]);
});

/** Makes the enrichment die when it has done half of the batch with this text in it, so many times. */
function dying(file: string, text: string, times: number): string {
  const resources = Object.entries((JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Resource> }).Resources);
  const [, enrichment] = resources.find(([id]) => id.startsWith('UsageEnrichmentFunction'))!;
  appendFileSync(join(Assets.besideTemplate(file).path(enrichment.Properties.Code.S3Key), 'index.js'), `{
    const { appendFileSync, existsSync, readFileSync } = require('fs');
    const deaths = ${JSON.stringify(join(temporaryFolder(), 'deaths'))};
    const { handler } = module.exports;
    module.exports = { handler: async (event) => {
      const dies = event.records.some(({ data }) => Buffer.from(data, 'base64').includes(${JSON.stringify(text)}));
      if (!dies || (existsSync(deaths) && readFileSync(deaths).length >= ${times})) return handler(event);
      await handler({ ...event, records: event.records.slice(0, event.records.length / 2) });
      appendFileSync(deaths, '.');
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => undefined);
    } };
  }`);
  return file;
}

test('the handler dies in the middle of a batch and is well at the third attempt: every request is a row', async () => {
  const { rows, preview } = await run(dying(ordersApp()[0], '/orders/100"', 2));
  expect(rows).toEqual(ALL.map((index) => row(index)));
  expect(preview.problems).toEqual([]);
});

test('the handler dies each time: that batch becomes error objects with all its requests, every other is rows', async () => {
  const { rows, preview, out } = await run(dying(ordersApp()[0], '/orders/100"', 99));
  const failed = failuresIn(out).map(({ rawData }) => (JSON.parse(Buffer.from(rawData, 'base64').toString()) as { path: string }).path);
  const batch = ALL.filter((index) => failed.includes(`/orders/${index}`));
  expect(batch).toContain(100);
  expect(failed).toEqual(batch.map((index) => `/orders/${index}`));
  expect(rows).toEqual(ALL.filter((index) => !batch.includes(index)).map((index) => row(index)));
  expect(rows.length).toBeGreaterThan(COUNT / 2);
  expect(preview.problems).toEqual([expect.stringContaining(`on the records of lines ${batch[0] + 1} to ${batch[0] + batch.length}`)]);
});
