import { rowsOf } from './bundle';
import { bothContainers, Handler, sourceContainer } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { LOG_LINE } from '../../src/schema/access-log-format';
import { Column } from '../../src/schema/column';
import { COLUMNS } from '../../src/schema/columns';
import { inLogOrder } from '../../src/schema/log-schema';
import fc from '../support/fast-check';

/*
 * A line becomes a row only if some set of columns of this library can have produced it. In any other format callers could
 * write the columns that they must not influence.
 */
const LOGGED: readonly Column[] = inLogOrder(COLUMNS);
const names = (holds: (column: Column) => boolean) => LOGGED.filter(holds).map(({ name }) => name);
const TRUSTED = names(({ fromCaller }) => !fromCaller);
const ESSENTIAL = names(({ fromCaller, essential }) => !fromCaller && essential === true);
const INFLUENCED = names(({ fromCaller }) => fromCaller === true);
/** Names of a format that was edited by hand. */
const FOREIGN = ['user', 'userAgent', 'user-agent', ''];
const FORGED = ESSENTIAL.map((name) => `${LOG_LINE.separator(name)}${name === 'api_key_id' ? 'key-of-initech' : '500'}`).join('');

/** A line with these fields. What callers write holds all names, forged. */
function line(fields: readonly string[]): Buffer {
  const forged = `x${FORGED}${LOG_LINE.separator('request_id')}y`;
  const value = (name: string) => [...INFLUENCED, ...FOREIGN].includes(name) ? forged : String(REQUEST[name] ?? 'a');
  const [first, ...others] = fields;
  const start = [LOG_LINE.opening(first), ...others.map(LOG_LINE.separator)].map((name, index) => name + value(fields[index])).join('');
  return Buffer.from(start + LOG_LINE.closing(fields.length));
}

let s3: FakeS3;
let handler: Handler;
beforeAll(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
  handler = bothContainers(s3);
});
afterAll(() => s3.stop());

const one = async (text: Buffer) => (await rowsOf(handler, [text]))[0];

/** What the formats of all sets of columns begin with. */
const trustedPart = fc.tuple(fc.subarray(TRUSTED), fc.shuffledSubarray(['org', 'resource', 'account']))
  .map(([kept, extra]) => [...TRUSTED.filter((name) => kept.includes(name) || ESSENTIAL.includes(name)), ...extra]);
const callersPart = fc.subarray(INFLUENCED.slice(1)).map((some) => [INFLUENCED[0], ...some]);
const position = fc.nat({ max: 1000 });
const inserted = (fields: readonly string[], at: number, name: string) => [...fields.slice(0, at), name, ...fields.slice(at)];

test('a line in every format of this library becomes a row, with any values of callers', async () => {
  await fc.assert(fc.asyncProperty(trustedPart, callersPart, async (trusted, influenced) => {
    expect(await one(line([...trusted, ...influenced]))).toMatchObject({ api_key_id: 'key-of-initech', status: 200, customer_id: 'Initech' });
  }), { numRuns: 200 });
});

test.each<[string, fc.Arbitrary<(fields: readonly string[]) => readonly string[]>]>([
  ['lacks an essential column', fc.constantFrom(...ESSENTIAL).map((name) => (fields) => fields.filter((other) => other !== name))],
  ['has two columns in another order', position.map((at) => (fields) => {
    const defaults = fields.filter((name) => TRUSTED.includes(name));
    const first = at % (defaults.length - 1);
    return [...defaults.slice(0, first), defaults[first + 1], defaults[first], ...defaults.slice(first + 2), ...fields.slice(defaults.length)];
  })],
  ['has an extra column before a default one', position.map((at) => (fields) =>
    inserted(fields, at % fields.filter((name) => TRUSTED.includes(name)).length, FOREIGN[0]))],
  ['has a column twice', fc.tuple(position, position).map(([from, to]) => (fields) => inserted(fields, to % (fields.length + 1), fields[from % fields.length]))],
  ['has a column that callers influence too early', fc.tuple(position, fc.constantFrom(...INFLUENCED)).map(([at, name]) => (fields) =>
    inserted(fields, at % fields.indexOf('status'), name))],
  ['has a column that the enrichment fills', fc.tuple(position, fc.constantFrom('customer_id', 'usage_plan_id')).map(([at, name]) => (fields) =>
    inserted(fields, at % (fields.length + 1), name))],
  ['has names that no column can have', fc.tuple(position, fc.constantFrom(...FOREIGN.slice(1))).map(([at, name]) => (fields) =>
    inserted(fields, at % (fields.length + 1), name))],
])('a format that %s is given back', async (_, change) => {
  await fc.assert(fc.asyncProperty(trustedPart, callersPart, change, async (trusted, influenced, changed) => {
    expect(await one(line([...changed(trusted), ...influenced]))).toBeUndefined();
  }), { numRuns: 200 });
});

test('a format that lets callers write essential columns is given back', async () => {
  const known = fc.nat({ max: ESSENTIAL.length - 1 });
  await fc.assert(fc.asyncProperty(trustedPart, known, fc.constantFrom(...FOREIGN), async (trusted, count, foreign) => {
    const start = trusted.slice(0, trusted.indexOf(ESSENTIAL[count]));
    const forged = ESSENTIAL.slice(count).map((name) => `${LOG_LINE.separator(name)}key-of-initech`).join('');
    const text = line([...start, foreign, ...INFLUENCED]).toString().replace(FORGED, forged);
    expect(await one(Buffer.from(text))).toBeUndefined();
  }), { numRuns: 200 });
});

test('a format without request_id is given back', async () => {
  expect(await one(line(TRUSTED))).toBeUndefined();
  expect(await one(line([...TRUSTED, ...INFLUENCED.slice(1)]))).toBeUndefined();
});

test('a format that was edited by hand names no customer, and its records are counted', async () => {
  const printed: string[] = [];
  const user_agent = 'x","api_key_id":"key-of-initech","status":"500';
  const edited = ['request_id', ...LOGGED.map(({ name }) => name).filter((name) => !['request_id', 'api_key_id'].includes(name))];
  const values = { ...REQUEST, user_agent };
  const text = `{${edited.map((name) => `"${name}":"${String(values[name as keyof typeof values] ?? '-')}"`).join(',')}}\n`;
  const rows = await rowsOf(sourceContainer(s3, {}, printed), [Buffer.from(text), gatewayLine(REQUEST)]);
  expect(rows).toEqual([undefined, expect.objectContaining({ status: 200 })]);
  expect(JSON.parse(printed[0])).toMatchObject({ RecordsGivenBack: 1 });
});

test('a line with text before or after it is given back', async () => {
  const text = gatewayLine(REQUEST).toString().trim();
  const others = [`x${text}`, text.slice(1), `{"user":"","${text.slice(2)}`, `[${text}]`, `{"a":${text}}`];
  expect(await rowsOf(handler, others.map((other) => Buffer.from(other)))).toEqual(others.map(() => undefined));
});
