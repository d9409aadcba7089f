import { Database, quoteText } from '../../../preview/query/database';
import { atInstant } from '../../../preview/query/dialect/clock';
import { buildCube } from '../../../preview/report/cube/build-cube';
import { PackedCube, unpackedCube } from '../../../preview/report/cube/cube';
import { cubePlan } from '../../../preview/report/cube/cube-plan';
import { Evaluation } from '../../../preview/report/evaluate/evaluation';
import { dayOf, ownRange } from '../../../preview/report/evaluate/period';
import { Selection } from '../../../preview/report/evaluate/selection';
import { Metadata } from '../../../preview/report/metadata';
import { computedTable } from '../../../preview/report/page/answer-table';
import { Question } from '../../../preview/report/page/question';
import { queryRows } from '../../../preview/report/query-rows';
import { readMetadata, readVisual, WrittenMetadata } from '../../../preview/report/written-metadata';
import { WrittenView } from '../../../preview/report/written-view';
import { viewMetadata } from '../../../src/query/metadata';
import { NamedQuery, namedQuery } from '../../../src/query/named-query';
import { MONTH_TO_DATE } from '../../../src/query/period';
import { Question as LibraryQuestion } from '../../../src/query/question';
import { viewsOf } from '../../../src/query/views/views';
import { DimensionRole, Role, Visual } from '../../../src/query/visuals/visual';
import { COLUMNS } from '../../../src/schema/columns';
import fc from '../../support/fast-check';

const VIEWS = viewsOf({ columns: COLUMNS, requestTables: ['logs'], bufferingSeconds: 300 });
const VIEW = VIEWS.find(({ name }) => name === 'usage_daily')!;
const CLOCK = new Date('2026-10-20T15:00:00.001Z');
const TYPES = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', flag: 'BOOLEAN', timestamp: 'TIMESTAMP' } as const;

interface Row {
  readonly day: number;
  readonly customer: string | null;
  readonly plan: string | null;
  readonly endpoint: string | null;
  readonly requests: number;
  readonly latency: number | null;
}

/** Names of some customers; two have the same. */
const NAMES: Readonly<Record<string, string>> = { c1: 'Acme', c2: 'Initech', c3: '(Trial)', C5: 'Acme' };

/** Few values, so that many are equal; days on both sides of the month's start. */
const row = fc.record<Row>({
  day: fc.integer({ min: 15, max: 50 }),
  customer: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'C5', null),
  plan: fc.constantFrom('p1', 'p2', 'p3', null),
  endpoint: fc.constantFrom('GET /a', 'GET /b', 'POST /a', null),
  requests: fc.integer({ min: 0, max: 3 }),
  latency: fc.option(fc.constantFrom(1, 5, 6, 80, 700, 40_000)),
});

const role = (name: Role, dimension: string): fc.Arbitrary<DimensionRole> => fc.oneof(
  fc.record({ role: fc.constant(name), dimension: fc.constant(dimension), order: fc.constant('value' as const) }),
  fc.record({
    role: fc.constant(name),
    dimension: fc.constant(dimension),
    order: fc.constant('measure' as const),
    limit: fc.integer({ min: 1, max: 3 }),
    rest: fc.option(fc.constant('(all others)'), { nil: undefined }),
  }),
);

const visual = fc.record<Visual>({
  kind: fc.constant('pivot'),
  view: fc.constant(VIEW.name),
  roles: fc.oneof(
    fc.tuple(role('group', 'usage_plan'), role('row', 'customer'), role('column', 'endpoint')),
    fc.tuple(role('choice', 'usage_plan'), role('bar', 'customer'), role('colour', 'endpoint')),
    fc.tuple(role('row', 'customer'), role('row', 'endpoint')),
    fc.tuple(role('x', 'day'), role('colour', 'usage_plan')),
    fc.tuple(role('slice', 'customer')),
  ),
  measures: fc.constant(['requests', 'share', 'customers', 'latency_p95', 'latency_mean', 'latency_max']),
  rankBy: fc.constantFrom('requests', 'ok'),
  where: fc.subarray(['customer_id IS NOT NULL', 'requests > 1']),
});

const TWO_DAYS: Row[] = [31, 32].map((day) => ({ day, customer: 'c1', plan: 'p1', endpoint: 'GET /a', requests: 1, latency: null }));

/** Days have no place for a name of the rest. */
const DAYS_WITH_REST: Visual = {
  kind: 'pie',
  view: VIEW.name,
  roles: [{ role: 'slice', dimension: 'day', order: 'measure', limit: 1, rest: '(all others)' }],
  measures: ['requests'],
  rankBy: 'requests',
  where: [],
};

const selection = fc.record({
  keys: fc.dictionary(fc.constantFrom('customer', 'usage_plan', 'endpoint'), fc.constantFrom('c1', 'p1', 'GET /a', 'nowhere', null), { maxKeys: 2 })
    .map((keys) => new Map(Object.entries(keys))),
  range: fc.option(fc.tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 19 })).map(([a, b]) => {
    const first = dayOf(Date.UTC(2026, 9, 1));
    return { first: first + Math.min(a, b), last: first + Math.max(a, b) };
  }), { nil: undefined }),
});

const KEYS: Readonly<Record<string, string>> = { customer: 'customer_id', usage_plan: 'usage_plan_id', endpoint: 'endpoint' };

let database: Database;

beforeAll(async () => {
  database = await Database.open();
  await database.createSchema('usage');
  await database.useSchema('usage');
});
afterAll(() => database.close());

/** A question's visual as the preview reads it from a template. */
function drawnQuery(asked: LibraryQuestion): Metadata & { readonly sql: string } {
  const { sql, metadata, visual: resolved } = namedQuery(asked, VIEWS) as NamedQuery;
  const written = metadata as unknown as WrittenMetadata;
  return { ...readMetadata(written, asked), ...readVisual(written.visual!, viewMetadata([resolved!]) as unknown as WrittenView), sql };
}

async function fill(rows: readonly Row[]): Promise<void> {
  await database.execute(`CREATE OR REPLACE TABLE usage_daily (${VIEW.columns.map(({ name, kind }) => `"${name}" ${TYPES[kind]}`).join(', ')})`);
  for (const [index, given] of rows.entries()) {
    const at = new Date(Date.UTC(2026, 8, given.day, 0, 0, index));
    const buckets = VIEW.columns.flatMap(({ name }) => /^latency_up_to_(\d+)_ms$/.exec(name) ?? []).filter((_, place) => place % 2 === 1);
    const timed = given.latency === null ? 0 : given.requests;
    const values: Record<string, string | number | null> = {
      year: '2026',
      month: at.toISOString().slice(5, 7),
      partition_from: new Date(at.getTime() - 86_400_000).toISOString(),
      partition_to: new Date(at.getTime() + 172_800_000).toISOString(),
      request_day: at.toISOString().slice(0, 10),
      customer_id: given.customer,
      customer_name: NAMES[given.customer ?? ''] ?? null,
      usage_plan_id: given.plan,
      usage_plan_name: given.plan && `Plan ${given.plan}`,
      endpoint: given.endpoint,
      requests: given.requests,
      outcome_ok: given.requests % 2,
      last_requested_at: at.toISOString(),
      latency_count: timed,
      latency_sum_ms: timed * (given.latency ?? 0),
      latency_max_ms: timed > 0 ? given.latency : null,
      ...Object.fromEntries(buckets.map((bound) => [`latency_up_to_${bound}_ms`, given.latency !== null && given.latency <= Number(bound) ? timed : 0])),
    };
    const literals = Object.values(values).map((value) => typeof value === 'string' ? quoteText(value) : value ?? 'NULL');
    await database.execute(`INSERT INTO usage_daily (${Object.keys(values).join(', ')}) VALUES (${literals.join(', ')})`);
  }
}

/** The rows that are selected, in the place of the view. */
function filteredView({ keys, range }: Selection): string {
  const conditions = [...keys].map(([name, key]) => `${KEYS[name]} ${key === null ? 'IS NULL' : `= ${quoteText(String(key))}`}`);
  const days = range ? [`epoch_ms(request_day) / 86400000 BETWEEN ${range.first} AND ${range.last}`] : [];
  return `(SELECT * FROM usage_daily WHERE ${['true', ...conditions, ...days].join(' AND ')})`;
}

/** What the page holds: it was JSON on its way. */
async function cubeOf(metadata: Metadata): Promise<PackedCube> {
  const plan = cubePlan([{ visual: metadata.visual!, measures: metadata.measures! }]);
  return JSON.parse(JSON.stringify(await buildCube(database, plan))) as PackedCube;
}

/** Rows in an order of their own: stand-ins have their place in the page. */
function comparable(rows: readonly (readonly unknown[])[]): unknown[] {
  return rows.map((cells) => JSON.stringify(cells.map((value) => typeof value === 'number' ? Number(value.toPrecision(12)) : value))).sort();
}

test('the page computes the same answer as the statement, for any visual and any selection', async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 25 }), visual, selection, async (rows, drawn, selected) => {
    await fill(rows);
    const asked: LibraryQuestion = {
      id: 'any', title: 'Any', question: 'Any?', audience: 'Anyone', sheet: 'Overview', period: MONTH_TO_DATE, visual: drawn,
    };
    const { sql, ...described } = drawnQuery(asked);
    const question = new Question({ ...described, sql, cube: 0 }, CLOCK, unpackedCube(await cubeOf(described)));
    const statement = atInstant(sql, CLOCK).replaceAll('FROM "usage_daily"', `FROM ${filteredView(selected)}`);
    const computed = computedTable(question, question.evaluate(selected)!);
    expect(comparable(computed.rows.map((cells) => cells.map(({ value }) => value)))).toEqual(comparable(await queryRows(database, statement)));
  }), { numRuns: 150, examples: [[TWO_DAYS, DAYS_WITH_REST, { keys: new Map(), range: undefined }]] });
}, 240_000);

test('ranked values have the order of the statement', async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 5, maxLength: 25 }), async (rows) => {
    await fill(rows);
    const top = { order: 'measure', limit: 3, rest: '(all others)' } as const;
    const drawn: Visual = {
      kind: 'pivot',
      view: VIEW.name,
      measures: ['requests'],
      rankBy: 'requests',
      where: [],
      roles: [{ role: 'group', dimension: 'usage_plan', ...top }, { role: 'row', dimension: 'customer', ...top }],
    };
    const asked: LibraryQuestion = { id: 'any', title: 'Any', question: 'Any?', audience: 'Anyone', sheet: 'Overview', period: MONTH_TO_DATE, visual: drawn };
    const { sql, ...described } = drawnQuery(asked);
    const cube = unpackedCube(await cubeOf(described));
    const evaluation = new Evaluation(cube, described.visual!, described.measures!, { keys: new Map(), range: ownRange(described.period, CLOCK) });
    const statement = await queryRows(database, atInstant(sql, CLOCK));
    expect(evaluation.answer().map(({ members: [plan, customer], values }) => [plan.key, customer.key, ...values]))
      .toEqual(statement.map(([planId, , customerId, , requests]) => [planId, customerId, requests]));
  }), { numRuns: 40 });
}, 120_000);
