import { beginning } from './beginning';
import { rowsOf } from './bundle';
import { container } from './container';
import { FakeS3 } from './fake-s3';
import { Escaping, gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { LOG_LINE } from '../../src/schema/access-log-format';
import { Column } from '../../src/schema/column';
import { COLUMNS } from '../../src/schema/columns';
import { ABSENT, KINDS, Value } from '../../src/schema/kinds';
import { ColumnDifference, columnsOf, inLogOrder } from '../../src/schema/log-schema';
import fc from '../support/fast-check';

/*
 * Until every stage has a new format, lines of one set of columns are read with another. Each value of a row is then right,
 * or null, or the row is marked ambiguous. Where values are escaped or have no quote, each value is right.
 */
const EXTRA: readonly Column[] = [
  { name: 'org', kind: 'text', maxBytes: 1024, variable: 'identity.principalOrgId', comment: '' },
  { name: 'resource', kind: 'text', maxBytes: 1024, variable: 'resourceId', comment: '' },
  { name: 'tenant', kind: 'text', maxBytes: 1024, variable: 'authorizer.tenantId', fromCaller: true, comment: '' },
  { name: 'claim', kind: 'integer', variable: 'authorizer.claim', fromCaller: true, comment: '' },
  { name: 'note', kind: 'text', maxBytes: 1024, variable: 'authorizer.note', fromCaller: true, comment: '' },
];
const OMISSIBLE = COLUMNS.filter((column: Column) => column.variable && !column.essential).map(({ name }) => name);
const INFLUENCED = [...COLUMNS, ...EXTRA].filter((column: Column) => column.fromCaller);

/** Few differences are the usual case, and the one in which a forged value fits in best. */
const omitted = fc.oneof(fc.subarray(OMISSIBLE, { maxLength: 2 }), fc.subarray(OMISSIBLE));
const columnSet: fc.Arbitrary<ColumnDifference> = fc.record({ omitted, extra: fc.shuffledSubarray([...EXTRA]) });

const separator = fc.constantFrom(...INFLUENCED).map(({ name }) => LOG_LINE.separator(name));
const piece = fc.oneof(
  { weight: 6, arbitrary: separator },
  { weight: 2, arbitrary: separator.map((text) => text.slice(0, -1)) },
  { weight: 3, arbitrary: fc.constantFrom('"', '\\', '\\"', '"}', '"}\n', '","fieldCount":"21"}', '","unknown":"', '","unknown":', 'evil') },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const hostile = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const quoteless = hostile.map((text) => text.replaceAll('"', '\''));
const request = (value: fc.Arbitrary<string>) => fc.record(Object.fromEntries([...INFLUENCED, ...EXTRA.slice(0, 2)].map(({ name }) =>
  [name, name === 'org' || name === 'resource' ? fc.constantFrom('o-1', ABSENT) : fc.oneof(fc.constant(`The ${name}.`), fc.constant('17'), value)])), { requiredKeys: [] });

let s3: FakeS3;
beforeAll(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
});
afterAll(() => s3.stop());

/** What may stand in a column: without escaping, a value that looks escaped can be read in two ways. */
function right(column: Column, logged: string | undefined, escaping: Escaping): Value[] {
  const texts = logged === undefined ? [ABSENT] : escaping === 'json' ? [logged] : [logged, decoded(logged)];
  return texts.map((text) => text === ABSENT ? null : column.kind === 'text' ? beginning(text, column.maxBytes) : KINDS[column.kind].parse(text));
}

function decoded(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

describe.each<[string, Escaping, fc.Arbitrary<string>, boolean]>([
  ['escaped', 'json', hostile, true],
  ['without quotes', 'none', quoteless, true],
  ['hostile and not escaped', 'none', hostile, false],
])('values %s', (_, escaping, value, isHarmless) => {
  test('are right, or null, or in a row that is marked ambiguous', async () => {
    const requests = fc.array(request(value), { minLength: 1, maxLength: 10 });
    await fc.assert(fc.asyncProperty(columnSet, columnSet, requests, async (own, other, callers) => {
      const handler = container(s3, { columns: own });
      const written = [own, other].flatMap((difference) => callers.map((values) =>
        ({ columns: inLogOrder(columnsOf(difference)), values: { ...REQUEST, ...values } })));
      const rows = await rowsOf(handler, written.map(({ columns, values }) => gatewayLine(values, escaping, columns)));
      rows.forEach((row, index) => {
        const { columns, values } = written[index];
        for (const column of inLogOrder(columnsOf(own))) {
          if (column.name === 'source_ip') continue;
          const logged = columns.some(({ name }) => name === column.name) ? values[column.name] as string | undefined : undefined;
          const allowed: Value[] = right(column, logged, escaping);
          const found = row![column.name] as Value;
          const isRight = allowed.includes(found) || !isHarmless && (found === null || column.fromCaller === true && row!.parse_status === 'ambiguous');
          expect([column.name, found, isRight]).toEqual([column.name, found, true]);
        }
        if (isHarmless) expect(row!.parse_status).not.toBe('ambiguous');
      });
    }), { numRuns: 75 });
  });
});
