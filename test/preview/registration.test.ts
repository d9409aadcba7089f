import { readFileSync } from 'fs';
import { Duration } from 'aws-cdk-lib';
import { ordersApp, REQUEST } from './orders-app';
import { filesIn, NOON_ISH, previewed } from './previewing';
import { Interceptor } from '../../preview/endpoint/http';
import { RecordFormat, UsageCatalog, UsageStorage } from '../../src';

const HOUR = 3_600_000;
const COUNT = 'SELECT count(*) FROM logs';

/** Requests for these hours after the first. */
const requestsAfter = (...hours: number[]) => hours.map((hour) => ({ ...REQUEST, requestTimeEpoch: String(NOON_ISH + hour * HOUR) }));

/** The folders of the files of requests, with the bucket before them. */
function foldersOfRows(out: string): string[] {
  const folders = [...filesIn(out).keys()].flatMap((name) => /^s3\/(.*logs[^/]*\/year=.*\/)[^/]*$/.exec(name)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** The storage descriptor of the table of requests, as its template declares it. */
function declaredDescriptor(template: string) {
  const { Resources } = JSON.parse(readFileSync(template, 'utf8')) as { Resources: Record<string, { Type: string; Properties: any }> };
  const { TableInput } = Object.values(Resources).find(({ Type, Properties }) => Type === 'AWS::Glue::Table' && Properties.TableInput.Name === 'logs')!.Properties;
  const { Location: _location, ...descriptor } = TableInput.StorageDescriptor;
  return descriptor as object;
}

test.each([
  ['JSON', {}],
  ['Parquet after JSON', { format: RecordFormat.parquet(), previousFormat: RecordFormat.json() }],
  ['files that expire', { storage: UsageStorage.managed({ expireAfter: Duration.days(30) }) }],
])('%s: each folder is a partition before a file is in it, from columns to location', async (_, props) => {
  const [template] = ordersApp(props);
  const { preview, out } = await previewed(template, requestsAfter(0, 0.9, 1.5, 30, 60, 300), COUNT);
  expect(preview.problems).toEqual([]);
  const partitions = new Map(preview.partitions.map((partition) => [partition.StorageDescriptor!.Location!.replace('s3://', ''), partition]));
  const folders = foldersOfRows(out);
  expect(folders).toHaveLength(5);
  for (const folder of folders) {
    const { Values, StorageDescriptor: { Location: _location, ...descriptor } = {} } = partitions.get(folder)!;
    expect(Values).toEqual([...folder.matchAll(/=(\d+)\//g)].map(([, value]) => value));
    expect(descriptor).toEqual(declaredDescriptor(template));
  }
});

test('a record for a folder that is not registered is a problem', async () => {
  const refuse: Interceptor = (request, answer) => (request.headers['x-amz-target'] === 'AWSGlue.BatchCreatePartition'
    ? { status: 200, body: Buffer.from('{"Errors":[{"PartitionValues":["2026"],"ErrorDetail":{"ErrorCode":"InternalServiceException","ErrorMessage":"no"}}]}') }
    : answer());
  const { preview } = await previewed(ordersApp(), requestsAfter(0), COUNT, { intercept: refuse });
  expect(preview.problems).toEqual([
    expect.stringMatching(/^the registration function .* failed: Error: 1 partitions of \S+\.logs could not be created/),
    expect.stringMatching(/^logs\/year=2026\/month=05\/day=17\/hour=10\/ was no partition of \S+\.logs when a record arrived for it$/),
  ]);
});

test('a projected table has no registered partitions', async () => {
  const { preview } = await previewed(ordersApp({ catalog: UsageCatalog.projected() }), requestsAfter(0), COUNT);
  expect([preview.problems, preview.partitions]).toEqual([[], []]);
});
