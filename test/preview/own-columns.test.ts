import { ordersApp, REQUEST } from './orders-app';
import { filesWith, previewed } from './previewing';
import { Variables } from '../../preview/gateway/context-variables';
import { AccessLogColumn, ApiUsageAnalyticsProps, RecordFormat, UsageCatalog } from '../../src';

const FORMATS: readonly (readonly [string, ApiUsageAnalyticsProps])[] = [
  ['JSON', {}],
  ['Parquet', { format: RecordFormat.parquet(), catalog: UsageCatalog.projected() }],
];

const OWN = [
  AccessLogColumn.text('tenant', '$context.authorizer.tenantId', { maxBytes: 8 }),
  AccessLogColumn.integer('items', '$context.authorizer.items'),
  AccessLogColumn.number('score', '$context.authorizer.score'),
  AccessLogColumn.flag('trial', '$context.authorizer.trial'),
  AccessLogColumn.timestamp('signed_in_at', '$context.authorizer.claims.iat'),
  AccessLogColumn.text('resource', '$context.resourceId'),
];

const SQL = 'SELECT tenant, items, score, trial, signed_in_at, resource, status FROM logs ORDER BY requested_at';

function authorized(...[tenantId, items, score, trial, iat]: readonly string[]): Variables {
  const values = { tenantId, items, score, trial, 'claims.iat': iat };
  return { ...REQUEST, resourceId: 'r1', ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`authorizer.${name}`, value])) };
}

describe.each(FORMATS)('%s', (_, props) => {
  test('extra columns have the typed values of the requests', async () => {
    const requests = [authorized('acme', '3', '0.75', 'true', '1779012303'), authorized('a longer tenant', 'many', 'high', 'perhaps', 'noon'), REQUEST];
    const { rows, preview } = await previewed(ordersApp({ ...props, extraColumns: OWN }), requests, SQL);
    expect(rows).toEqual([
      'acme,3,0.75,true,2026-05-17 10:05:03.000,r1,200',
      'a longer,,,,,r1,200',
      ',,,,,,200',
    ]);
    expect(preview.problems).toEqual([]);
  });

  test.each(['json', 'none'] as const)('text of a caller stays in its extra column; escaping %s', async (escaping) => {
    const ugly = ['"', '\\', '","status":"500","tenant":"', '"}\n{"status":"500"}', '\udcff'];
    const { rows } = await previewed(ordersApp({ ...props, extraColumns: OWN }), ugly.map((text) => ({ ...REQUEST, 'authorizer.tenantId': text, 'resourceId': 'r1' })),
      'SELECT status, resource, extended_request_id, count(*) FROM logs GROUP BY ALL', { escaping });
    expect(rows).toEqual([`200,r1,x1=,${ugly.length}`]);
  });

  test('columns left out are in no row, and the rest is as it was', async () => {
    const omitColumns = ['user_agent', 'source_ip', 'api_name', 'api_key_name', 'usage_plan_name'];
    const { rows, preview, out } = await previewed(ordersApp({ ...props, omitColumns }), [{ ...REQUEST, 'identity.userAgent': 'unreported', 'identity.sourceIp': '203.0.113.77' }],
      'SELECT column_name FROM information_schema.columns WHERE table_name = \'logs\'');
    expect(rows.filter((name) => omitColumns.includes(name))).toEqual([]);
    expect(rows).toContain('usage_plan_id');
    expect(preview.pipelines).toMatchObject([{ delivered: 1, failed: 0, rows: 1 }]);
    expect(preview.problems).toEqual([]);
    expect(filesWith(out, 'unreported')).toEqual([]);
    // The search does find what is there.
    expect(filesWith(out, REQUEST.extendedRequestId)).toHaveLength(1);
  });
});
