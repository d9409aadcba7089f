import { Answers } from './answers';
import { monthToDate } from '../../../../preview/report/questions/month-to-date';

let answers: Answers;

beforeEach(async () => {
  answers = await Answers.open();
});
afterEach(() => answers.close());

const COUNTED = `${monthToDate('logs', ['status'])}
  SELECT usage_plan_name, customer_name, count(*) AS requests FROM month_to_date GROUP BY 1, 2 ORDER BY 1, 2`;
const ACME = { usage_plan_name: 'Gold', customer_name: 'Acme' };

test('the month to date ends at the newest request, whatever the clock says', async () => {
  await answers.insert([
    { requested_at: '2019-12-31 23:59:59.999' },
    { requested_at: '2020-01-01 00:00:00.000' },
    { requested_at: '2020-01-20 10:00:00.000' },
  ]);
  expect(await answers.to(COUNTED)).toEqual([{ ...ACME, requests: 2 }]);
});

test('what arrived late is counted, and what lies in the file of the hour before', async () => {
  await answers.insert([
    // Firehose names a file after its oldest record.
    { requested_at: '2026-11-01 00:01:00.000', arrived: '2026-10-31 23' },
    // No newer request, and this one arrives in the next month.
    { requested_at: '2026-11-30 23:59:00.000', arrived: '2026-12-01 09' },
  ]);
  expect(await answers.to(COUNTED)).toEqual([{ ...ACME, requests: 2 }]);
});

test('a year\'s end', async () => {
  await answers.insert([
    { requested_at: '2027-01-01 00:00:01.000', arrived: '2026-12-31 23' },
    { requested_at: '2027-01-02 00:00:01.000' },
    { requested_at: '2026-12-31 23:30:00.000' },
  ]);
  expect(await answers.to(COUNTED)).toEqual([{ ...ACME, requests: 2 }]);
});

test('copies of a request count once, in whatever partition they lie; rows without an id are no copies', async () => {
  await answers.insert([
    { extended_request_id: 'x' },
    { extended_request_id: 'x' },
    { extended_request_id: 'x', arrived: '2026-11-05 09' },
    { extended_request_id: 'y' },
    { extended_request_id: null },
    { extended_request_id: null },
  ]);
  expect(await answers.to(COUNTED)).toEqual([{ ...ACME, requests: 4 }]);
});

test('who was renamed has the newest name, and who has the same name is another', async () => {
  await answers.insert([
    { customer_name: 'Acme', requested_at: '2026-11-01 00:00:00.000' },
    { customer_name: 'Acme & Co', usage_plan_name: 'Platinum', requested_at: '2026-11-02 00:00:00.000' },
    { customer_id: 'other', customer_name: 'Acme & Co', usage_plan_id: 'p2', requested_at: '2026-11-01 12:00:00.000' },
  ]);
  expect(await answers.to(COUNTED)).toEqual([
    { usage_plan_name: 'Gold', customer_name: 'Acme & Co', requests: 1 },
    { usage_plan_name: 'Platinum', customer_name: 'Acme & Co', requests: 2 },
  ]);
});

test('what has no name is called by the reason', async () => {
  const unnamed = { usage_plan_id: null, usage_plan_name: null, customer_id: null, customer_name: null };
  await answers.insert([
    { ...unnamed, enrichment_status: 'no_key' },
    { ...unnamed, enrichment_status: 'unknown_key' },
    { ...unnamed, customer_id: 'c1', customer_name: 'Acme', enrichment_status: 'no_plan' },
    { ...unnamed, enrichment_status: 'no_directory' },
    { ...unnamed, enrichment_status: 'bad_directory' },
  ]);
  expect((await answers.to(COUNTED)).map((row) => `${row.usage_plan_name} ${row.customer_name}`)).toEqual([
    '(directory not read) (directory not read)',
    '(directory unreadable) (directory unreadable)',
    '(no API key) (no API key)',
    '(no usage plan) Acme',
    '(unknown API key) (unknown API key)',
  ]);
});

test('an empty table has no answer', async () => {
  expect(await answers.to(COUNTED)).toEqual([]);
});
