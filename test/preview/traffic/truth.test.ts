import { readFileSync } from 'fs';
import { join } from 'path';
import { runPreview } from '../../../preview/run-preview';
import { DEFAULT_TRAFFIC } from '../../../preview/traffic/traffic-options';
import { RecordFormat, UsageCatalog } from '../../../src';
import { API, ordersApp } from '../orders-app';
import { temporaryFile, temporaryFolder } from '../temporary-folder';

const ONCE = 'count(DISTINCT extended_request_id)';

/** The totals of the truth, and the SQL that gives each. */
const TOTALS = {
  plans: `SELECT usage_plan_id, usage_plan_name, ${ONCE} FROM logs GROUP BY 1, 2`,
  customers: `SELECT api_key_id, customer_name, ${ONCE} FROM logs GROUP BY 1, 2`,
  statuses: `SELECT status, error_response_type, ${ONCE} FROM logs GROUP BY 1, 2`,
  hours: `SELECT substr(CAST(date_trunc('hour', requested_at) AS varchar), 1, 13) AS hour, ${ONCE} FROM logs GROUP BY 1`,
};

const directory = () => temporaryFile('directory.json', JSON.stringify({
  usagePlans: [{ id: 'p1', name: 'Gold', apiStages: [{ apiId: API, stage: 'prod' }] }],
  apiKeys: ['Acme', 'Umbrella', 'Initech'].map((name) => ({ id: `k-${name}`, name, enabled: true })),
  usagePlanKeys: { p1: ['Acme', 'Umbrella', 'Initech'].map((name) => ({ id: `k-${name}` })) },
}));

test.each([
  ['JSON, own customers', {}, { days: 4, escaping: 'json' as const }],
  ['Parquet, own customers, values unescaped', { format: RecordFormat.parquet(), catalog: UsageCatalog.projected() }, { days: 1, escaping: 'none' as const }],
  ['JSON, keys of a directory', {}, { days: 2, escaping: 'json' as const, directory: directory() }],
])('%s: every request is delivered, and the totals of the table are those made', async (_what, props, { days, ...options }) => {
  const out = join(temporaryFolder(), 'out');
  const preview = await runPreview({ templates: ordersApp(props), requests: { ...DEFAULT_TRAFFIC, count: 3000, days }, out, ...options });
  try {
    const truth = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8'));
    expect(preview.problems).toEqual([]);
    expect(preview.pipelines[0]).toMatchObject({ delivered: 3000 + truth.duplicates, failed: 0, unresolved: 0 });
    for (const [name, sql] of Object.entries(TOTALS)) {
      const made = (truth[name] as object[]).map((cell) => Object.values(cell).map((value) => value ?? '').join(','));
      expect([name, await rows(preview.query(sql))]).toEqual([name, made.sort()]);
    }
    expect(await rows(preview.query('SELECT max(requested_at) FROM logs'))).toEqual([truth.newest]);
  } finally {
    preview.close();
  }
});

async function rows(answer: AsyncIterable<string>): Promise<string[]> {
  let csv = '';
  for await (const piece of answer) csv += piece;
  return csv.split('\r\n').slice(1, -1).sort();
}
