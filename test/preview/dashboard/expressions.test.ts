import { DataSetScope } from '../../../preview/dashboard/evaluate/data-set-scope';
import { ParameterValues } from '../../../preview/dashboard/evaluate/parameter-values';
import { Database } from '../../../preview/query/database';
import { queryRows, Value } from '../../../preview/report/query-rows';

const CLOCK = new Date('2026-05-17T10:05:03.001Z');

/** Requests of two customers, and of none; some have no latency. */
const ROWS = `SELECT * FROM (VALUES
  ('Acme', 10, 100.5, TIMESTAMP '2026-05-01 08:00:00'),
  ('Acme', 0, NULL, TIMESTAMP '2026-05-02 09:30:00'),
  ('Initech', 5, 50.0, TIMESTAMP '2026-04-30 23:59:59'),
  (NULL, 1, 20.0, TIMESTAMP '2026-05-03 00:00:00')) AS t (customer, requests, latency, moment)`;

const PARAMETERS: ParameterValues = new Map([
  ['From', { type: 'time', instant: '2026-05-01T00:00:00.000Z' }],
  ['Customer', { type: 'text', texts: ['Acme'] }],
  ['All', { type: 'text', texts: [] }],
  ['Several', { type: 'text', texts: ['Acme', 'Initech'] }],
]);

let database: Database;
beforeAll(async () => { database = await Database.open(); });
afterAll(() => database.close());

function scope(expression: string, others: Readonly<Record<string, string>> = {}): DataSetScope {
  const calculatedFields = Object.entries({ ...others, asked: expression }).map(([name, each]) => ({ dataSet: 'facts', name, expression: each, path: `the field ${name}` }));
  const columns = [
    { name: 'customer', type: 'STRING' }, { name: 'requests', type: 'INTEGER' }, { name: 'latency', type: 'DECIMAL' }, { name: 'moment', type: 'DATETIME' },
  ] as const;
  const dataSets = new Map([['facts', { name: 'Facts', sql: ROWS, columns }]]);
  return new DataSetScope({ name: 'Any', dataSets, weekStart: 'SUNDAY', calculatedFields, parameters: [], filterGroups: [], sheets: [] }, 'facts', PARAMETERS, CLOCK, new Map([['customer', 'customer']]));
}

const ASKED = { dataSet: 'facts', name: 'asked', path: 'the visual' };

/** The values of each row, in the order of the time. */
async function ofRows(expression: string): Promise<Value[]> {
  const of = scope(expression);
  return (await queryRows(database, `SELECT ${of.row(ASKED)} FROM (${of.rows(ROWS)}) ORDER BY moment`)).map(([value]) => value);
}

/** The value of all rows together. */
async function ofAll(expression: string, others?: Readonly<Record<string, string>>): Promise<Value> {
  const of = scope(expression, others);
  const [[value]] = await queryRows(database, `SELECT ${of.group({ column: ASKED })} FROM (${of.rows(ROWS)})`);
  return value;
}

test.each<[string, Value[]]>([
  ['{requests} + 2 * 3', [11, 16, 6, 7]],
  ['({requests} + 2) * 3', [21, 36, 6, 9]],
  ['{requests} / 4', [1.25, 2.5, 0, 0.25]],
  ['10 / {requests}', [2, 1, null, 10]],
  ['-{requests}', [-5, -10, 0, -1]],
  ['requests', [5, 10, 0, 1]],
  ['ifelse({requests} >= 10, "many", {requests} <> 0, \'some\', \'none\')', ['some', 'many', 'none', 'some']],
  ['ifelse({requests} > 0 AND NOT ({customer} = "Acme") OR {requests} = 0, 1, 0)', [1, 0, 1, 0]],
  ['coalesce({customer}, \'(nobody\\\'s)\')', ['Initech', 'Acme', 'Acme', '(nobody\'s)']],
  ['isNull({latency})', [false, false, true, false]],
  ['isNotNull({customer})', [true, true, true, false]],
  ['concat({customer}, \' \', toString({requests}))', ['Initech 5', 'Acme 10', 'Acme 0', null]],
  ['ifelse({customer} = ${Customer}, {requests}, NULL)', [null, 10, 0, null]],
  ['ifelse({moment} >= ${From}, 1, 0)', [0, 1, 1, 1]],
  ['ifelse(isNull(${All}), 1, 0)', [1, 1, 1, 1]],
  ['truncDate(\'MM\', {moment})', ['2026-04-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z']],
  ['truncDate(\'WK\', {moment})', ['2026-04-26T00:00:00.000Z', '2026-04-26T00:00:00.000Z', '2026-04-26T00:00:00.000Z', '2026-05-03T00:00:00.000Z']],
  ['dateDiff({moment}, now())', [16, 16, 15, 14]],
  ['dateDiff({moment}, now(), \'MM\')', [0, 0, 0, 0]],
])('of each row: %s', async (expression, values) => {
  expect(await ofRows(expression)).toEqual(values);
});

test.each<[string, Value]>([
  ['sum({requests})', 16],
  ['min({latency})', 20],
  ['max({latency})', 100.5],
  ['avg({requests})', 4],
  ['count({latency})', 3],
  ['distinct_count({customer})', 2],
  ['sumIf({requests}, {moment} >= truncDate(\'MM\', now()))', 11],
  ['sumIf({requests}, {requests} > 100)', null],
  ['maxIf({latency}, {customer} <> \'Acme\')', 50],
  ['minIf({latency}, {requests} > 1)', 50],
  ['countIf({latency}, {customer} = \'Acme\')', 1],
  ['distinct_countIf({customer}, {requests} > 0)', 2],
  ['ifelse(sum({requests}) = 0, NULL, sum({latency}) * 1.0 / sum({requests}))', 170.5 / 16],
  ['percentOfTotal(sum({requests}))', 1],
  ['addDateTime(-1, \'MM\', max({moment}))', '2026-04-03T00:00:00.000Z'],
])('of all rows: %s', async (expression, value) => {
  expect(await ofAll(expression)).toEqual(value);
});

test('a calculated field can use others', async () => {
  expect(await ofAll('{total} / sum({is_acme})', { total: 'sum({requests})', is_acme: 'ifelse({customer} = \'Acme\', 1, 0)' })).toBe(8);
});

test.each([
  ['sumOver(sum({requests}), [])', [15, 15, 15]],
  ['percentOfTotal(sum({requests}))', [10 / 15, 5 / 15, 0]],
  ['percentOfTotal(sum({requests}), [{customer}])', [1, 1, 0]],
])('of each group, with a total: %s', async (expression, values) => {
  const of = scope(expression);
  const rows = of.rows(`${ROWS} WHERE customer IS NOT NULL`);
  const answer = await queryRows(database, `SELECT ${of.group({ column: ASKED })} FROM (${rows}) GROUP BY customer, moment ORDER BY sum(requests) DESC`);
  expect(answer.map(([value]) => value)).toEqual(values);
});

test.each<[string, string, RegExp]>([
  ['a function', 'rank({requests})', /^the field asked has the function rank, which the preview does not know\. It knows ifelse, /],
  ['a unit of time', 'truncDate(\'ZZ\', {moment})', /^the field asked: the unit of time 'ZZ' is none that the preview knows: YYYY, Q, MM/],
  ['a column', '{price}', /^the field asked: the data set facts has no column and no calculated field price\. It has customer, requests, latency, moment, asked\.$/],
  ['a parameter', '{moment} > ${Until}', /uses the parameter Until, which the definition does not declare/],
  ['several values as one', '{customer} = ${Several}', /uses the parameter Several as one value, but it has 2/],
  ['too few arguments', 'ifelse({requests} > 1, 1)', /^the field asked: ifelse takes at least 3 arguments, but has 2\.$/],
  ['no value for all other cases', 'ifelse({requests} > 1, 1, {requests} > 2, 2)', /ifelse needs a value for each condition, and last one/],
  ['what is no expression', '{requests} +', /has the end at character 13, where a value must be: \{requests\} \+$/],
  ['an operator', '{requests} % 2', /the preview cannot read "% 2"/],
  ['two values', '{requests} {latency}', /has latency at character 11, where an operator or the end must be/],
  ['itself', '{asked} + 1', /the calculated field asked uses itself: asked, asked/],
  ['columns mixed with aggregates', 'sum({requests}) + {requests}', /mixes columns with aggregates/],
  ['aggregates of aggregates', 'sum(max({requests}))', /sum aggregates what is aggregated already/],
  ['a total of rows', 'percentOfTotal({requests})', /percentOfTotal needs a measure that aggregates/],
  ['a total by what is not grouped', 'percentOfTotal(sum({requests}), [{moment}])', /has a field in brackets that the visual does not group by/],
])('%s is refused by name', (_what, expression, message) => {
  expect(() => scope(expression).group({ column: ASKED })).toThrow(message);
});

test('a field that aggregates takes no aggregation, and one that does not needs one', () => {
  expect(() => scope('sum({requests})').group({ column: ASKED, aggregation: 'SUM' })).toThrow('the calculated field asked aggregates, so it cannot have the AggregationFunction SUM');
  expect(() => scope('{requests} * 2').group({ column: ASKED })).toThrow('the measure asked needs an AggregationFunction');
  expect(() => scope('sum({requests})').row(ASKED)).toThrow('the calculated field asked aggregates, so it can be a measure alone');
});
