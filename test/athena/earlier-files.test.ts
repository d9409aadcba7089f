import { mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { AwsServer } from './aws/aws-server';
import { loadTemplates, registerFolders } from './aws/load-template';
import { TrinoClient } from './trino/client';
import { CATALOG } from './trino/config';
import { startTrino, TrinoServer } from './trino/server';
import { GLUE_TABLE, glueTable } from '../../preview/catalog/glue-table';
import { App } from '../../preview/template/app';
import { BEFORE, objectOfPost, objectOfSample } from '../docs/earlier-files';
import { hiveTable } from '../docs/hive-table';
import { ALL_TIME_REQUESTS, EARLIER_REQUESTS, QUESTION, selectOf, TABLE_OF_POST, TABLE_OF_SAMPLE } from '../docs/migrating-page';
import { KEY, ordersApp, REQUEST } from '../preview/orders-app';
import { NOON_ISH, previewed } from '../preview/previewing';
import { temporaryFolder } from '../preview/temporary-folder';

/** Names of buckets are in lower case. */
const BUCKET = 'old-bucket';
const named = (text: string) => text.replaceAll('OLD-BUCKET', BUCKET);
const HOURS = 24;
/** The folders that can have requests of 17 May. An engine lists all projected ones without it: 8,928 for a year by the hour. */
const AROUND = 'year = \'2026\' AND partition_to >= TIMESTAMP \'2026-05-17 00:00:00\' AND partition_from < TIMESTAMP \'2026-05-18 00:00:00\'';

let aws: AwsServer;
let trino: TrinoServer;
let client: TrinoClient;
let database: string;

beforeAll(async () => {
  aws = await AwsServer.start();
  trino = await startTrino(aws.url);
  const [template] = ordersApp();
  const { out } = await previewed(template, [{ ...REQUEST, requestTimeEpoch: String(NOON_ISH + 86_400_000), status: '200' }], 'SELECT 1');
  const app = new App([template]);
  loadTemplates(aws, app, join(out, 's3'));
  registerFolders(aws);
  [{ database }] = app.resources(GLUE_TABLE).flatMap((resource) => glueTable(resource) ?? []);
  client = new TrinoClient(trino.url, database);
});

afterAll(async () => {
  await trino?.stop();
  aws?.close();
});

function putTable(ddl: string): void {
  const { name, columns, partitionKeys, mapping, properties } = hiveTable(named(ddl));
  const strings = (names: readonly string[]) => names.map((Name) => ({ Name, Type: 'string' }));
  aws.catalog.putTable(database, {
    Name: name,
    TableType: 'EXTERNAL_TABLE',
    Parameters: properties,
    PartitionKeys: strings(partitionKeys),
    StorageDescriptor: {
      Location: /LOCATION '([^']+)'/.exec(named(ddl))![1],
      Columns: strings(columns),
      InputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
      OutputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
      SerdeInfo: {
        SerializationLibrary: 'org.openx.data.jsonserde.JsonSerDe',
        Parameters: Object.fromEntries(Object.entries(mapping).map(([column, key]) => [`mapping.${column}`, key])),
      },
    },
  });
}

/** Athena writes a view into AWS Glue with the columns that its statement has. */
async function putView(view: string): Promise<void> {
  const originalSql = selectOf(view);
  const { columns } = await client.query(`SELECT * FROM (${originalSql}) LIMIT 0`);
  const definition = { originalSql, catalog: CATALOG, schema: database, columns, runAsInvoker: true };
  aws.catalog.putTable(database, {
    Name: /VIEW (\w+)/.exec(view)![1],
    TableType: 'VIRTUAL_VIEW',
    Parameters: { presto_view: 'true', comment: 'Presto View' },
    StorageDescriptor: { Columns: [], SerdeInfo: {} },
    ViewOriginalText: `/* Presto View: ${Buffer.from(JSON.stringify(definition)).toString('base64')} */`,
  });
}

describe.each([
  ['the post', TABLE_OF_POST, objectOfPost, HOURS],
  ['the sample', TABLE_OF_SAMPLE, objectOfSample, 1],
])('over old files of %s', (_name, ddl, objectOf, foldersOfDay) => {
  beforeAll(async () => {
    const folder = temporaryFolder();
    for (const [url, text] of BEFORE.map(objectOf)) {
      const file = join(folder, named(url).replace(`s3://${BUCKET}/`, ''));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    aws.buckets.set(BUCKET, folder);
    putTable(ddl);
    for (const view of [EARLIER_REQUESTS, ALL_TIME_REQUESTS]) await putView(view);
  });

  test('Athena\'s engine finds the files, and reads their times and names', async () => {
    const { rows } = await client.query(`SELECT CAST(requested_at AS varchar), status, api_key_id, customer_name, usage_plan_name
      FROM earlier_requests WHERE ${AROUND} ORDER BY requested_at`);
    expect(rows).toEqual([
      ['2026-05-16 23:59:58.000', 200, KEY, 'Umbrella Ltd', 'Gold'],
      ['2026-05-17 10:05:03.000', 429, 'gone', 'Initech', 'Silver'],
      ['2026-05-17 10:05:04.000', 403, null, null, null],
    ]);
  });

  test('the question of the page counts old and new requests', async () => {
    const { rows } = await client.query(QUESTION);
    expect(rows.map(([, customer, requests]) => [customer, requests])).toEqual([['Initech', 1], ['Umbrella Ltd', 2], [null, 1]]);
  });

  test('the conditions on the partitions limit the folders that are listed', async () => {
    aws.reads.reset();
    await client.query(`SELECT count(*) FROM all_time_requests WHERE ${AROUND}`);
    // The day itself, and a day before and after it, for rows that arrived late or early.
    expect(aws.reads.listed.filter((prefix) => prefix.startsWith(`${BUCKET}/`)).length).toBeLessThanOrEqual(4 * foldersOfDay);
  });
});
