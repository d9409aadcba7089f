import { rowsOf } from './bundle';
import { bothContainers, Handler } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, Logged } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { LOG_LINE } from '../../src/schema/access-log-format';
import { Column } from '../../src/schema/column';
import { COLUMNS } from '../../src/schema/columns';
import { inLogOrder } from '../../src/schema/log-schema';
import fc from '../support/fast-check';

/*
 * Whatever a caller writes: every record comes back once and in order, as a row; no column that callers cannot
 * influence changes. Shown with values made of the format's own pieces, by both escapings, in the present format and in
 * others that a deployment before may have had.
 */
let s3: FakeS3;
let handler: Handler;

beforeAll(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
  handler = bothContainers(s3, { callerAddress: 'full' });
});
afterAll(() => s3.stop());

const logged: readonly Column[] = inLogOrder(COLUMNS);
const trusted = logged.filter((column) => !column.fromCaller);
const influenced = logged.filter((column) => column.fromCaller);
const derived = COLUMNS.filter((column) => !('variable' in column)).map(({ name }) => name);

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...logged.map(({ name }) => LOG_LINE.separator(name))) },
  { weight: 2, arbitrary: fc.constantFrom('"', '\\', '\\"', '"}', '"}\n', '{"', '","', '":"', '\\u0000', '\\ud800', '\u0000', '\n', '-', '{}', 'evil') },
  { weight: 2, arbitrary: fc.constantFrom(...logged.map(({ name }) => LOG_LINE.opening(name))) },
  { weight: 1, arbitrary: fc.constantFrom(...logged.map((_, index) => LOG_LINE.closing(index + 1))) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const hostileText = fc.array(piece, { maxLength: 8 }).map((pieces) => Buffer.from(pieces.join('')));
const hostile = fc.oneof(hostileText, fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)));
const callerValues = fc.record(Object.fromEntries(influenced.map(({ name }) => [name, hostile])), { requiredKeys: [] });

const trustedText = fc.constantFrom('-', 'abc', 'x'.repeat(40), '/v1/{id}', 'arn:aws:iam::111122223333:user/someone', 'key-of-initech', 'prod');
const trustedValue = (column: Column) => column.kind === 'text' ? trustedText : fc.nat(2_000_000_000).map(String);
const trustedValues = fc.record(Object.fromEntries(trusted.map((column) => [column.name, trustedValue(column)])));
const request: fc.Arbitrary<Logged> = fc.tuple(trustedValues, callerValues).map(([own, theirs]) => ({ ...own, ...theirs }));

/** The truth of a record: its row when callers write nothing. */
const harmless = (values: Logged): Logged =>
  Object.fromEntries(Object.entries(values).filter(([name]) => trusted.some((column) => column.name === name)));
const untouchable = (row: Record<string, unknown> | undefined) =>
  row && Object.fromEntries([...trusted.map(({ name }) => name), ...derived.filter((name) => name !== 'parse_status')].map((name) => [name, row[name]]));

describe.each(['none', 'json'] as const)('with escaping %s', (escaping) => {
  test('no caller can lose a row or change a column of another source', async () => {
    await fc.assert(fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 5 }), async (requests) => {
      const rows = await rowsOf(handler, requests.map((values) => gatewayLine(values, escaping)));
      const truth = await rowsOf(handler, requests.map((values) => gatewayLine(harmless(values), 'json')));
      expect(rows.map(untouchable)).toEqual(truth.map(untouchable));
    }), { numRuns: 500 });
  });

  test('nor in the format of another deployment', async () => {
    const essential = (column: Column) => column.essential ?? false;
    const omissible = (columns: readonly Column[]) => fc.subarray(columns.filter((column) => !essential(column)));
    const otherFormat = fc.tuple(omissible(trusted), omissible(influenced))
      .map(([some, others]) => COLUMNS.filter((column: Column) => essential(column) || some.includes(column) || others.includes(column)));
    await fc.assert(fc.asyncProperty(otherFormat, request, async (columns, values) => {
      const [row] = await rowsOf(handler, [gatewayLine(values, escaping, columns)]);
      const present = new Set(columns.map(({ name }) => name as string));
      const [truth] = await rowsOf(handler, [gatewayLine(Object.fromEntries(Object.entries(harmless(values)).filter(([name]) => present.has(name))), 'json')]);
      expect(untouchable(row)).toEqual(untouchable(truth));
    }), { numRuns: 500 });
  });
});

test('a caller who knows the format cannot fill in a column that the deployment before did not log', async () => {
  const missing = trusted.filter((column) => !column.essential);
  const attacks = missing.flatMap((column) => influenced.map((through) => {
    const forged = logged.slice(logged.indexOf(column)).map(({ name }) => `${LOG_LINE.separator(name)}evil`).join('');
    return { column, line: gatewayLine({ extended_request_id: 'x', [through.name]: `y${forged}` }, 'none', COLUMNS.filter((other) => other !== column)) };
  }));
  const rows = await rowsOf(handler, attacks.map(({ line }) => line));
  expect(attacks.map(({ column }, index) => rows[index]![column.name])).toEqual(attacks.map(() => null));
  expect(JSON.stringify(rows.map(untouchable))).not.toContain('evil');
});

test('escaped values are stored as the caller wrote them', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((value) => value !== '-');
  await fc.assert(fc.asyncProperty(fc.record({ user_agent: text, path: text }), async (values) => {
    const line = gatewayLine({ extended_request_id: 'x', ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value).slice(1, -1)])) }, 'none');
    const [row] = await rowsOf(handler, [line]);
    expect(row).toMatchObject({ ...values, parse_status: 'strict' });
  }));
});

test('values without escaping are stored as the caller wrote them, unless they contain separators of the format', async () => {
  const [row] = await rowsOf(handler, [gatewayLine({ extended_request_id: 'x', user_agent: 'He said "hi" \\o/ \u0007', path: '/a"b' }, 'none')]);
  expect(row).toMatchObject({ user_agent: 'He said "hi" \\o/ \u0007', path: '/a"b', parse_status: 'tolerant' });
});

test('a forged separator makes only the values on both sides of it null', async () => {
  const [row] = await rowsOf(handler, [gatewayLine({ extended_request_id: 'x', user_agent: 'x","error_message":"forged', domain_name: 'example.com', xray_trace_id: 'trace' }, 'none')]);
  expect(row).toMatchObject({ parse_status: 'ambiguous', domain_name: 'example.com', xray_trace_id: 'trace', error_message: null });
});

test('bytes that are not UTF-8 become U+FFFD', async () => {
  const [row] = await rowsOf(handler, [gatewayLine({ extended_request_id: 'x', user_agent: Buffer.from([0x41, 0xff, 0x42]) }, 'json')]);
  expect(row).toMatchObject({ user_agent: 'A\ufffdB', parse_status: 'strict' });
});
