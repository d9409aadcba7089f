import { readFileSync } from 'fs';
import { ordersApp, REQUEST } from './orders-app';
import { NOON_ISH, previewed, Ran } from './previewing';
import { AccessLogColumn, ApiUsageAnalyticsProps, RecordFormat, UsageCatalog } from '../../src';

/* Files of one deployment and of the next, in one table: docs/changing-columns.md says what holds. */

const TENANT = AccessLogColumn.text('tenant', '$context.authorizer.tenantId');
const ITEMS = AccessLogColumn.integer('items', '$context.authorizer.items');
const ITEMS_AS_TEXT = AccessLogColumn.text('items', '$context.authorizer.items');
const ITEM_LIST = AccessLogColumn.text('item_list', '$context.authorizer.items');

const request = (requestTime: number, items: string) => ({
  ...REQUEST,
  'requestTimeEpoch': String(requestTime),
  'xrayTraceId': 'Root=1',
  'authorizer.tenantId': 'acme',
  'authorizer.items': items,
});

/** The output folders of older apps. A newer app copies from them. */
const folders = new Map<string, Promise<Ran>>();

function earlier(app: ApiUsageAnalyticsProps, items: string): Promise<Ran> {
  const template = ordersApp(app);
  const key = JSON.stringify([readFileSync(template[0], 'utf8'), items]);
  if (!folders.has(key)) folders.set(key, previewed(template, [request(NOON_ISH - 7_200_000, items)], 'SELECT 1'));
  return folders.get(key)!;
}

/** Rows of the table that the newer app declares, over the files of both. */
async function rowsOfBoth(older: ApiUsageAnalyticsProps, newer: ApiUsageAnalyticsProps, sql: string, [before, after] = ['3', '4']): Promise<readonly string[]> {
  const { out } = await earlier(older, before);
  const { rows } = await previewed(ordersApp(newer), [request(NOON_ISH, after)], `SELECT status, ${sql} FROM logs ORDER BY requested_at`, { after: out });
  return rows;
}

describe.each<[string, ApiUsageAnalyticsProps]>([
  ['JSON', {}],
  ['Parquet', { format: RecordFormat.parquet(), catalog: UsageCatalog.projected() }],
])('%s', (_, props) => {
  const before = (...extraColumns: AccessLogColumn[]) => ({ ...props, extraColumns });
  const after = before;

  test('a column added: null before, its values from then on', async () => {
    expect(await rowsOfBoth(before(), after(TENANT), 'tenant, customer_name')).toEqual(['200,,Umbrella Ltd', '200,acme,Umbrella Ltd']);
  });

  test('a column removed: the others keep their values', async () => {
    expect(await rowsOfBoth(before(TENANT, ITEMS), after(ITEMS), 'items, customer_name')).toEqual(['200,3,Umbrella Ltd', '200,4,Umbrella Ltd']);
    await expect(rowsOfBoth(before(TENANT), after(), 'tenant')).rejects.toThrow(/tenant/);
  });

  test('a default column omitted and restored: null in rows that were written without it', async () => {
    const without = { ...before(TENANT), omitColumns: ['xray_trace_id'] };
    expect(await rowsOfBoth(before(TENANT), without, 'tenant, request_id')).toEqual(['200,acme,r1', '200,acme,r1']);
    // To the owner's own columns this is what an upgrade does that brings a column of ours: they move on by one.
    expect(await rowsOfBoth(without, after(TENANT), 'xray_trace_id, tenant')).toEqual(['200,,acme', '200,Root=1,acme']);
  });

  test('columns reordered: every value is found by its name', async () => {
    expect(await rowsOfBoth(before(TENANT, ITEMS), after(ITEMS, TENANT), 'tenant, items')).toEqual(['200,acme,3', '200,acme,4']);
  });

  test('a column retyped under a new name: both can be read', async () => {
    expect(await rowsOfBoth(before(ITEMS), after(ITEMS, ITEM_LIST), 'items, item_list', ['3', '3;4'])).toEqual(['200,3,', '200,,3;4']);
  });

  test('a column with a new type under the same name: older files break the queries that read it', async () => {
    await expect(rowsOfBoth(before(ITEMS_AS_TEXT), after(ITEMS), 'items', ['three', '4'])).rejects.toThrow(/JSON transform error|Could not convert string 'three'/);
    expect(await rowsOfBoth(before(ITEMS_AS_TEXT), after(ITEMS), 'customer_name', ['three', '4'])).toEqual(['200,Umbrella Ltd', '200,Umbrella Ltd']);
  });
});
