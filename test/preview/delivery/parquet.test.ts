import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Column } from '../../../preview/catalog/glue-table';
import { parquet } from '../../../preview/delivery/object-format';
import fc from '../../support/fast-check';

/* Written by us, read by DuckDB. */

let instance: DuckDBInstance;
let connection: DuckDBConnection;
let files = 0;
const folder = mkdtempSync(join(tmpdir(), 'parquet-'));

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
  rmSync(folder, { recursive: true });
});

/** Writes an object of JSON lines; gives what a query of it gives, as texts. */
async function written(columns: readonly Column[], lines: readonly string[], sql = 'SELECT *'): Promise<(string | null)[][]> {
  const format = parquet(columns);
  // A name of its own: DuckDB remembers what it saw of a file.
  const file = join(folder, `${files += 1}.parquet`);
  writeFileSync(file, format.object(lines.map((line) => format.part(Buffer.from(line)))));
  const rows = await (await connection.run(`${sql} FROM read_parquet('${file}')`)).getRows();
  return rows.map((row) => row.map((value) => value === null ? null : String(value)));
}

/** How each type is written in JSON, and the text that a reader shows of it. */
const TYPES: Record<string, fc.Arbitrary<readonly [json: unknown, text: string]>> = {
  string: fc.oneof(fc.string({ unit: 'binary' }), fc.string().map((text) => text.repeat(200)), fc.string({ minLength: 100 }).map((text) => text.repeat(800)))
    .map((text) => [text, text]),
  bigint: fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }).map(String))
    .map((value) => [value, String(value)]),
  int: fc.integer().map((value) => [value, String(value)]),
  double: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => [value, String(value)]),
  boolean: fc.boolean().map((value) => [value, String(value)]),
  timestamp: fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
    .map((date) => date.toISOString().replace('T', ' ').replace('Z', '')).map((text) => [text, text]),
  date: fc.date({ min: new Date('1582-10-15'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)).map((text) => [text, text]),
};

const COLUMNS = Object.keys(TYPES).flatMap((type) => [0, 1].map((index) => ({ name: `${type}_${index}`, type })));

test('any values of any types, and any of them missing, come back as they were', async () => {
  const row = fc.tuple(...COLUMNS.map(({ type }) => fc.option(TYPES[type])));
  const shown = COLUMNS.map(({ name, type }) => type === 'timestamp' ? `strftime(${name}, '%Y-%m-%d %H:%M:%S.%g')` : name);
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
    const objects = rows.map((cells) => Object.fromEntries(COLUMNS.map(({ name }, index) => [name, cells[index]?.[0] ?? null])));
    const given = await written(COLUMNS, objects.map((object) => JSON.stringify(object)), `SELECT ${shown.join(', ')}`);
    expect(given.map((cells) => cells.map(asDouble))).toEqual(rows.map((cells) => cells.map((cell) => cell?.[1] ?? null).map(asDouble)));
  }), { numRuns: 40 });
});

/** Two ways to write a number are one number. */
function asDouble(text: string | null, column: number): string | number | null {
  return text !== null && COLUMNS[column].type === 'double' ? Number(text) : text;
}

test('every column is optional and has the type that Firehose writes', async () => {
  await written(COLUMNS, ['{}']);
  const schema = await connection.run(`
    SELECT name, type, converted_type, repetition_type FROM parquet_schema('${join(folder, `${files}.parquet`)}') WHERE num_children IS NULL`);
  const types: Record<string, readonly [string, string | null]> = {
    string: ['BYTE_ARRAY', 'UTF8'],
    bigint: ['INT64', null],
    int: ['INT32', null],
    double: ['DOUBLE', null],
    boolean: ['BOOLEAN', null],
    timestamp: ['INT96', null],
    date: ['INT32', 'DATE'],
  };
  expect(await schema.getRows()).toEqual(COLUMNS.map(({ name, type }) => [name, ...types[type], 'OPTIONAL']));
});

const column = (type: string): Column[] => [{ name: 'value', type }];

test.each([
  ['string', '12.5', '12.5'],
  ['string', 'true', 'true'],
  ['string', '{"a":[1]}', '{"a":[1]}'],
  ['bigint', '"-12"', '-12'],
  ['bigint', '9007199254740991', '9007199254740991'],
  ['bigint', '-9223372036854775808', '-9223372036854775808'],
  ['int', '-2147483648', '-2147483648'],
  ['int', '"2147483647"', '2147483647'],
  ['double', '"1.5e3"', '1500.0'],
  ['boolean', '"true"', 'true'],
  ['boolean', '"false"', 'false'],
  ['timestamp', '"2026-05-17T10:05:03Z"', '2026-05-17 10:05:03'],
  ['timestamp', '"2026-05-17 10:05:03.123456"', '2026-05-17 10:05:03.123456'],
  ['timestamp', '"1969-12-31 23:59:59.999"', '1969-12-31 23:59:59.999'],
])('a %s column takes %s', async (type, json, text) => {
  expect(await written(column(type), [`{"value":${json}}`], 'SELECT CAST(value AS VARCHAR)')).toEqual([[text]]);
});

test.each([
  ['bigint', '1.5'],
  ['bigint', '"12a"'],
  ['bigint', '1e30'],
  ['bigint', '9223372036854775808'],
  ['int', '2147483648'],
  ['int', '-2147483649'],
  ['double', '"many"'],
  ['boolean', '1'],
  ['timestamp', '1779012303000'],
  ['timestamp', '"2026-02-30 00:00:00"'],
  ['timestamp', '"2026-02-03 24:00:01"'],
  ['date', '"2026-02-30"'],
])('a %s column refuses %s', (type, json) => {
  expect(() => parquet(column(type)).part(Buffer.from(`{"value":${json}}`))).toThrow(`The value of value is not of type ${type}.`);
});

test.each(['[]', 'null', '"text"', '{'])('a record that is %s is refused', (json) => {
  expect(() => parquet(column('string')).part(Buffer.from(json))).toThrow(/not (a )?JSON/);
});
