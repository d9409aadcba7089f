import { OfflineApi } from './offline/api';
import { OfflinePipelines } from './offline/pipelines';
import { OfflineServices, QueryResult } from './offline/services';
import { handler } from './probe/handler';
import { Sent } from './probe/send-requests';
import { AskedId } from './usage-questions';

const KEY_VALUE = 'TheValueOfTheKeyIsASecret';
const QUOTA = 6;
const NAMES = { PLAN: 'Usage integration test', CUSTOMER: 'Umbrella' };
const PIPELINES = [
  { stage: 'json', bucket: 'json-bucket', database: 'json', table: 'logs', workgroup: 'json', crawler: 'json' },
  { stage: 'parquet', bucket: 'parquet-bucket', database: 'parquet', table: 'logs', workgroup: 'parquet' },
];

const before = { ...process.env };
const pipelines = OfflinePipelines.synthesise();
let api: OfflineApi;
let services: OfflineServices;
/** How Athena answers: as the pipelines do, if a test does not say otherwise. */
let athena: (statement: string, database: string) => Promise<QueryResult>;

beforeEach(async () => {
  api = await OfflineApi.start({ apiId: pipelines.apiId, keyId: pipelines.keyId, keyValue: KEY_VALUE, quota: QUOTA });
  athena = (statement, database) => pipelines.query(statement, database);
  services = await new OfflineServices(KEY_VALUE, (statement, database) => athena(statement, database)).listen();
  for (const { bucket } of PIPELINES) services.objects.set(`${bucket}/directory/snapshot.json`, JSON.stringify({ keys: [pipelines.keyId] }));
  Object.assign(process.env, services.environment, {
    API_URL: api.url, API_ID: pipelines.apiId, KEY_ID: pipelines.keyId, ...NAMES, SENT_BUCKET: 'sent', PIPELINES: JSON.stringify(PIPELINES),
  });
});

afterEach(async () => {
  await Promise.all([api.stop(), services.stop()]);
  process.env = { ...before };
});

afterAll(() => pipelines.close());

async function verdictOf(question: AskedId): Promise<string> {
  const answer = await handler({ question });
  expect(JSON.stringify(answer)).not.toContain(KEY_VALUE);
  return answer.found === '' ? answer.verdict : `${answer.verdict}: ${answer.found}`;
}

/** The requests that were sent. */
function sent(): Sent[] {
  return JSON.parse(services.objects.get('sent/sent.json')!) as Sent[];
}

describe('the requests', () => {
  test('are sent once, when the directories know the key', async () => {
    services.objects.set('parquet-bucket/directory/snapshot.json', '{}');
    expect(await verdictOf('sending')).toBe('not yet: the directory of parquet does not know the key');
    expect(api.logged).toEqual([]);
    services.objects.set('parquet-bucket/directory/snapshot.json', pipelines.keyId);
    expect(await verdictOf('sending')).toBe('as believed');
    const logged = api.logged.length;
    expect(await verdictOf('sending')).toBe('as believed');
    expect(api.logged).toHaveLength(logged);
    expect(sent().map(({ stage, name, status }) => `${stage}: ${name}, ${status}`)).toEqual([
      ...['json', 'parquet'].flatMap((stage) => [
        `${stage}: with the key, 200`, `${stage}: without a key, 403`, `${stage}: an unknown path, 403`, `${stage}: odd characters, 200`,
      ]),
      'json: over the quota, 429',
    ]);
    expect([...services.objects.values()].join()).not.toContain(KEY_VALUE);
  });

  test('are reported if the API answers otherwise', async () => {
    process.env.KEY_ID = 'another';
    services.objects.forEach((_, name) => services.objects.set(name, 'another'));
    await api.stop();
    api = await OfflineApi.start({ apiId: pipelines.apiId, keyId: 'another', keyValue: 'not the value', quota: QUOTA });
    process.env.API_URL = api.url;
    expect(await verdictOf('sending')).toMatch(/^otherwise: no request was over the quota; with the key, json: status is 403, not 200; /);
  });
});

describe('the rows of the pipelines', () => {
  const QUESTIONS: AskedId[] = ['rows', 'names', 'times', 'without-key', 'unknown-path', 'over-quota', 'escaping', 'saved-queries'];

  beforeEach(async () => {
    await handler({ question: 'sending' });
    for (const construct of ['Json', 'Parquet']) await pipelines.run(construct, api.logged);
  });

  test('are as believed', async () => {
    services.savedQueries.set('one', 'SELECT 1').set('two', 'SELECT count(*) FROM usage_daily');
    for (const question of QUESTIONS) expect([question, await verdictOf(question)]).toEqual([question, 'as believed']);
  });
});
