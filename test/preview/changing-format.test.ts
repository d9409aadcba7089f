import { ordersApp, REQUEST } from './orders-app';
import { filesIn, NOON_ISH, previewed, Ran } from './previewing';
import { AccessLogColumn, ApiUsageAnalyticsProps, RecordFormat, UsageCatalog } from '../../src';

/* Deployments with different formats over one bucket: docs/changing-format.md says what holds. */

const [json, parquet] = [RecordFormat.json(), RecordFormat.parquet()];

/** Previews one deployment after the other, a request and two hours between them, and asks the last one. */
async function deployed(deployments: readonly ApiUsageAnalyticsProps[], sql: string): Promise<Ran> {
  let ran: Ran | undefined;
  for (const [index, props] of deployments.entries()) {
    const last = index === deployments.length - 1;
    const request = { ...REQUEST, 'requestTimeEpoch': String(NOON_ISH + index * 7_200_000), 'extendedRequestId': `x${index + 1}=`, 'authorizer.tenantId': 'acme' };
    ran = await previewed(ordersApp(props), [request], last ? sql : 'SELECT 1', { after: ran?.out });
    expect(ran.preview.problems).toEqual([]);
  }
  return ran!;
}

const united = (other: string, columns: string) =>
  `SELECT ${columns} FROM (SELECT * FROM logs UNION ALL SELECT * FROM ${other}) AS requests ORDER BY requested_at`;

/** Each request with the table that has it. */
const byTable = (other: string, columns: string) => `SELECT in_table, ${columns}
  FROM (SELECT 'logs' AS in_table, * FROM logs UNION ALL SELECT '${other}', * FROM ${other}) AS requests ORDER BY requested_at`;

const FILE_OF_ROWS = /\/(logs[^/]*)\/year=.*?(\.json\.gz|\.parquet)$/;
const filesOfRows = (out: string) => [...filesIn(out).keys()].flatMap((name) => FILE_OF_ROWS.exec(name)?.slice(1).join(' ') ?? []).sort();

describe.each<[string, UsageCatalog]>([
  ['crawled', UsageCatalog.crawled()],
  ['projected', UsageCatalog.projected()],
])('%s', (_catalog, catalog) => {
  test.each([
    ['JSON to Parquet', json, parquet, 'logs_json'],
    ['Parquet to JSON', parquet, json, 'logs_parquet'],
  ])('a change from %s: each table reads the files of its format, and both together every request', async (_change, before, after, previous) => {
    const change = [{ catalog, format: before }, { catalog, format: after, previousFormat: before }];
    const { rows, out } = await deployed(change, byTable(previous, 'extended_request_id, customer_name, status, hour'));
    expect(rows).toEqual([`${previous},x1=,Umbrella Ltd,200,10`, 'logs,x2=,Umbrella Ltd,200,12']);
    expect(filesOfRows(out)).toEqual(['logs .json.gz', 'logs-parquet .parquet']);
  });

  test('there and back: the first files are in the current table again, and none is read twice', async () => {
    const [first, back] = [{ catalog, format: json }, { catalog, format: json, previousFormat: parquet }];
    const deployments = [first, { catalog, format: parquet, previousFormat: json }, back];
    const { rows } = await deployed(deployments, byTable('logs_parquet', 'extended_request_id'));
    expect(rows).toEqual(['logs,x1=', 'logs_parquet,x2=', 'logs,x3=']);
  });

  test('without previousFormat, the old files stay in the bucket and in no table', async () => {
    const { rows, out } = await deployed([{ catalog, format: json }, { catalog, format: parquet }], 'SELECT extended_request_id FROM logs');
    expect(rows).toEqual(['x2=']);
    expect(filesOfRows(out)).toEqual(['logs .json.gz', 'logs-parquet .parquet']);
  });
});

test.each([
  ['JSON to Parquet', json, parquet, 'logs_json'],
  ['Parquet to JSON', parquet, json, 'logs_parquet'],
])('columns may change together with the format: %s', async (_change, format, after, previous) => {
  const tenant = AccessLogColumn.text('tenant', '$context.authorizer.tenantId');
  const { rows } = await deployed([{ format, omitColumns: ['path'] }, { format: after, previousFormat: format, extraColumns: [tenant] }],
    united(previous, 'extended_request_id, tenant, customer_name'));
  expect(rows).toEqual(['x1=,,Umbrella Ltd', 'x2=,acme,Umbrella Ltd']);
});
