import { readdirSync } from 'fs';
import { join } from 'path';
import { Answers, GivenRow } from './answers';
import { QUESTIONS } from '../../../../preview/report/questions';
import { ENDPOINTS_BY_PLAN_AND_CUSTOMER } from '../../../../preview/report/questions/endpoints-by-plan-and-customer';
import { REQUESTS_BY_PLAN } from '../../../../preview/report/questions/requests-by-plan';
import { TOP_CUSTOMERS_BY_STATUS } from '../../../../preview/report/questions/top-customers-by-status';

let answers: Answers;

beforeEach(async () => {
  answers = await Answers.open();
});
afterEach(() => answers.close());

describe.each(QUESTIONS.map((question) => [question.id, question] as const))('%s', (id, question) => {
  test('is a file of its own', () => {
    expect(readdirSync(join(__dirname, '..', '..', '..', '..', 'preview', 'report', 'questions'))).toContain(`${id}.ts`);
  });

  test('its answer has the columns that it says, and its visual draws these', async () => {
    await answers.insert([{}]);
    const [row] = await answers.to(question.sql('logs'));
    const names: readonly string[] = question.answer.map(({ name }) => name);
    expect(Object.keys(row)).toEqual(names);
    const { kind, ...drawn } = question.visual;
    expect(names).toEqual(expect.arrayContaining(Object.values(drawn)));
  });

  test('its SQL reads the columns that it says, from the table asked for', async () => {
    const sql = question.sql('access');
    for (const name of question.reads) expect(sql).toMatch(new RegExp(`\\b${name}\\b`));
    expect(sql).not.toContain('logs');
    await expect(answers.to(sql)).rejects.toThrow('access');
  });

  test('its SQL is one statement, without what only DuckDB knows', () => {
    expect(question.sql('logs')).not.toMatch(/;|QUALIFY|EXCLUDE|strftime|::|GROUP BY ALL/i);
  });

  test('an empty table', async () => {
    expect(await answers.to(question.sql('logs'))).toEqual([]);
  });
});

const many = (count: number, row: (number: number) => GivenRow): GivenRow[] => Array.from({ length: count }, (_, index) => row(index + 1));

test('a share for each plan, the largest first; from the tenth on they are one', async () => {
  // Plan 1 has 12 requests, plan 12 has one.
  const plans = Array.from({ length: 12 }, (_, index) => index + 1);
  await answers.insert(plans.flatMap((plan) => many(13 - plan, () => ({ usage_plan_id: `p${plan}`, usage_plan_name: `Plan ${plan}` }))));
  const rows = await answers.to(REQUESTS_BY_PLAN.sql('logs'));
  expect(rows.map(({ usage_plan_name, requests }) => [usage_plan_name, requests])).toEqual([
    ...plans.slice(0, 9).map((plan) => [`Plan ${plan}`, 13 - plan]), ['(all other plans)', 3 + 2 + 1],
  ]);
  expect(rows[0].share).toBeCloseTo(12 / 78, 12);
  expect(rows.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 12);
});

test('the ten largest customers of each plan, each status for itself', async () => {
  await answers.insert([
    ...many(11, (index) => ({ customer_id: `c${index}`, customer_name: `Customer ${index}` })),
    { customer_id: 'c11', customer_name: 'Customer 11', status: 429 },
    { customer_id: 'c11', customer_name: 'Customer 11', status: null },
    { usage_plan_id: 'p2', usage_plan_name: 'Free', status: 503 },
    { usage_plan_id: null, usage_plan_name: null, customer_id: null, customer_name: null, enrichment_status: 'no_key' },
  ]);
  const rows = await answers.to(TOP_CUSTOMERS_BY_STATUS.sql('logs'));
  expect(rows.slice(0, 3)).toEqual([200, 429, null].map((status) => ({ usage_plan_name: 'Gold', customer_name: 'Customer 11', status, requests: 1 })));
  expect(new Set(rows.filter((row) => row.usage_plan_name === 'Gold').map((row) => row.customer_name)).size).toBe(10);
  expect(rows[rows.length - 1]).toEqual({ usage_plan_name: 'Free', customer_name: 'Acme', status: 503, requests: 1 });
});

test('a share for each endpoint, plan and customer; what would not fit on a screen is put together', async () => {
  await answers.insert([
    ...many(13, (index) => ({ resource_path: `/path${String(index).padStart(2, '0')}` })),
    ...many(22, (index) => ({ customer_id: `other${index}`, customer_name: `Other ${String(index).padStart(2, '0')}`, resource_path: '/path01' })),
    { resource_path: null },
    { http_method: null },
  ]);
  const rows = await answers.to(ENDPOINTS_BY_PLAN_AND_CUSTOMER.sql('logs'));
  const total = 13 + 22 + 2;
  expect(rows.reduce((sum, { requests }) => sum + Number(requests), 0)).toBe(total);
  expect(rows.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 12);
  const row = (customer: string, endpoint: string) => rows.find((each) => each.customer_name === customer && each.endpoint === endpoint);
  expect(row('Acme', 'GET /path01')).toEqual({ usage_plan_name: 'Gold', customer_name: 'Acme', endpoint: 'GET /path01', requests: 1, share: 1 / total });
  expect(row('(all other customers)', 'GET /path01')).toMatchObject({ requests: 3 });
  expect(row('Acme', '(no such path)')).toMatchObject({ requests: 1 });
  expect(row('Acme', '/orders')).toMatchObject({ requests: 1 });
  expect(row('Acme', '(all other endpoints)')).toMatchObject({ requests: 3 });
});
