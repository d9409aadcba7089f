import { OfflineApi } from './offline/api';
import { OfflinePipelines } from './offline/pipelines';
import { OfflineServices, QueryResult } from './offline/services';
import { handler, Summary } from './probe/handler';
import { Sent } from './probe/send-requests';
import { ASKED, AskedId } from './usage-questions';

const KEY_VALUE = 'TheValueOfTheKeyIsASecret';
const QUOTA = 6;
const NAMES = { PLAN: 'Usage integration test', CUSTOMER: 'Umbrella' };
const PIPELINES = [
  { stage: 'json', bucket: 'json-bucket', database: 'json', table: 'logs', workgroup: 'json', crawler: 'json' },
  { stage: 'parquet', bucket: 'parquet-bucket', database: 'parquet', table: 'logs', workgroup: 'parquet' },
];
const MONTH_QUESTION = 'SELECT date_trunc(\'month\', t) AS period_start FROM (VALUES (current_timestamp)) AS clock (t)';

type Ask = (statement: string, database: string) => Promise<QueryResult>;

const before = { ...process.env };
const pipelines = OfflinePipelines.synthesise();
let api: OfflineApi;
let services: OfflineServices;
let athena: Ask;

/** As the pipelines answer. DuckDB has no such statement about views, and its bytes are not those of Athena. */
const asPipelines: Ask = async (statement, database) => statement.startsWith('SHOW CREATE VIEW')
  ? {} : { ...await pipelines.query(statement, database), scannedBytes: statement === MONTH_QUESTION ? 100 : 200 };

beforeAll(async () => {
  api = await OfflineApi.start({ apiId: pipelines.apiId, keyId: pipelines.keyId, keyValue: KEY_VALUE, quota: QUOTA });
  services = await new OfflineServices(KEY_VALUE, (statement, database) => athena(statement, database)).listen();
  Object.assign(process.env, services.environment, {
    API_URL: api.url, API_ID: pipelines.apiId, KEY_ID: pipelines.keyId, ...NAMES, NOTES_BUCKET: 'notes', PIPELINES: JSON.stringify(PIPELINES),
  });
  for (const { bucket } of PIPELINES) services.objects.set(`${bucket}/directory/snapshot.json`, JSON.stringify({ keys: [pipelines.keyId] }));
  for (const title of ['Most used endpoints', 'Another question']) services.savedQueries.set(title, MONTH_QUESTION);
  services.objects.set('parquet-bucket/logs-parquet/year=2026/month=11/day=01/hour=00/a.parquet', 'rows');
});

beforeEach(() => {
  athena = asPipelines;
});

afterAll(async () => {
  pipelines.close();
  await Promise.all([api.stop(), services.stop()]);
  process.env = before;
});

async function verdictOf(question: AskedId): Promise<string> {
  const answer = await handler({ question }) as { verdict: string; found: string };
  expect(JSON.stringify(answer)).not.toContain(KEY_VALUE);
  return answer.found === '' ? answer.verdict : `${answer.verdict}: ${answer.found}`;
}

test('no request is sent before every directory knows the key', async () => {
  services.objects.set('parquet-bucket/directory/snapshot.json', '{}');
  expect(await verdictOf('sending')).toBe('not yet: the directory of parquet does not know the key');
  expect(api.logged).toEqual([]);
  services.objects.set('parquet-bucket/directory/snapshot.json', pipelines.keyId);
});

test('every request is sent once, and the value of the key is kept nowhere', async () => {
  expect(await verdictOf('sending')).toBe('as believed');
  const sent = JSON.parse(services.objects.get('notes/sent.json')!) as Sent[];
  expect(sent.map(({ stage, name, status }) => `${stage}: ${name}, ${status}`)).toEqual([
    ...['json', 'parquet'].flatMap((stage) => [
      `${stage}: with the key, 200`, `${stage}: without a key, 403`, `${stage}: an unknown path, 403`, `${stage}: odd characters, 200`,
    ]),
    'json: over the quota, 429',
  ]);
  expect([...services.objects.values()].join()).not.toContain(KEY_VALUE);
  const { length } = api.logged;
  expect(await verdictOf('sending')).toBe('as believed');
  expect(api.logged).toHaveLength(length);
});

test('rows that are not delivered yet are waited for', async () => {
  athena = () => Promise.resolve({ table: [['extended_request_id']] });
  expect(await verdictOf('rows')).toMatch(/^not yet: with the key, json: no row x\d+=; without a key, json: /);
  expect(await handler({})).toMatchObject({ otherwise: [], unanswered: expect.arrayContaining(['rows', 'names', 'crawler']) });
});

test('the pipelines answer every question as believed', async () => {
  for (const construct of ['Json', 'Parquet']) await pipelines.run(construct, api.logged);
  for (const { id } of ASKED) expect([id, await verdictOf(id)]).toEqual([id, 'as believed']);
  expect(await handler({})).toEqual({ otherwise: [], unanswered: [] });
  const copied = [...services.objects.keys()].filter((name) => name.endsWith('/a.parquet'));
  expect(copied).toHaveLength(2);
});

/** Rows in which a value is another one. */
const having = (column: string, value: string | undefined): Ask => async (statement, database) => {
  const { table = [[]] } = await asPipelines(statement, database);
  const [names, ...rows] = table;
  return { table: [names, ...rows.map((row) => row.map((other, index) => names[index] === column ? value : other))] };
};

describe('an answer otherwise says what was found', () => {
  test.each<[AskedId, Ask, RegExp]>([
    ['names', having('customer_name', 'Initech'), /^otherwise: with the key, json: customer_name is "Initech", not "Umbrella"; /],
    ['names', having('domain_prefix', undefined), /^otherwise: with the key, json: domain_prefix is undefined, not "/],
    ['times', having('requested_ms', '1700000000000'), /^otherwise: with the key, json: sent at \d+, received at 1700000000000; /],
    ['without-key', having('status', '401'), /^otherwise: without a key, json: status is "401", not "403"; /],
    ['unknown-path', having('api_key_id', 'k1'), /^otherwise: an unknown path, json: api_key_id is "k1", not undefined; /],
    ['over-quota', having('error_response_type', 'THROTTLED'), /^otherwise: over the quota, json: error_response_type is "THROTTLED", not "QUOTA_EXCEEDED"$/],
    ['over-quota', () => Promise.resolve({ table: [[]] }), /^otherwise: there is no such row$/],
    ['escaping', having('parse_status', 'tolerant'), /^otherwise: odd characters, json: parse_status is "tolerant", not "strict"; /],
    ['names', () => Promise.resolve({ reason: 'no view' }), /^otherwise: Error: FAILED: no view$/],
    ['saved-queries', (_, database) => Promise.resolve(database === 'json' ? { reason: 'no column' } : {}), /^otherwise: Most used endpoints, json: FAILED: no column; Another/],
    ['views', (statement) => Promise.resolve(statement.includes('quota_status') ? { reason: 'stale' } : {}), /^otherwise: all of quota_status, json: FAILED: stale; /],
    ['pruning', () => Promise.resolve({ scannedBytes: 200 }), /^otherwise: parquet: the month reads 200 bytes, the quarter 200 \(SUCCEEDED, SUCCEEDED\)$/],
  ])('%s %#', async (question, answer, found) => {
    athena = answer;
    expect(await verdictOf(question)).toMatch(found);
  });

  test('partitions', async () => {
    services.hasPartitions = false;
    expect(await verdictOf('partitions')).toMatch(/^otherwise: \d{4}-\d\d-\d\d-\d\d: EntityNotFoundException; \d{4}/);
  });

  test('errors-folder', async () => {
    services.objects.set('parquet-bucket/errors/format-conversion-failed/1', 'a record');
    expect(await verdictOf('errors-folder')).toBe('otherwise: errors/format-conversion-failed/1');
  });

  test('key-value', async () => {
    services.objects.set('json-bucket/logs/1', `{"key": "${KEY_VALUE}"}`);
    expect(await verdictOf('key-value')).toBe('otherwise: logs/1');
  });

  test('crawler: it is started once, waited for and judged', async () => {
    services.crawlsStarted = 0;
    services.crawls = [{ State: 'READY' }, { State: 'RUNNING' }, { State: 'READY', LastCrawl: { Status: 'SUCCEEDED' } }];
    services.tables = [{ Name: 'logs_2', CreatedBy: 'arn:aws:sts::1:assumed-role/Role/AWS-Crawler' }, { Name: 'logs', CreatedBy: 'CloudFormation' }];
    expect([await verdictOf('crawler'), await verdictOf('crawler'), await verdictOf('crawler')]).toEqual([
      'not yet: the crawler runs', 'not yet: the crawler runs', 'otherwise: the crawler made the table logs_2',
    ]);
    expect(services.crawlsStarted).toBe(1);
    services.crawls = [{ State: 'READY', LastCrawl: { Status: 'FAILED', ErrorMessage: 'no right' } }];
    expect(await verdictOf('crawler')).toBe('otherwise: FAILED: no right');
  });

  test('the summary is short enough for CloudFormation', async () => {
    const { otherwise } = await handler({}) as Summary;
    expect(otherwise.map((found) => found.split(':')[0])).toEqual(['names', 'times', 'without-key', 'unknown-path', 'over-quota', 'escaping',
      'saved-queries', 'views', 'partitions', 'errors-folder', 'key-value', 'crawler', 'pruning']);
    expect(JSON.stringify(otherwise).length).toBeLessThan(1400);
  });
});
