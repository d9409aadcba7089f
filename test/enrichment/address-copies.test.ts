import { beginning } from './beginning';
import { rowsOf } from './bundle';
import { Handler, sourceContainer } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { CALLER_ADDRESS_MODES } from '../../src/enrichment/kept-address';
import { Column } from '../../src/schema/column';
import { columnsOf } from '../../src/schema/log-schema';
import fc from '../support/fast-check';

/* Copies of the caller's address in values that callers influence, whatever their length, position and number. */

/** Shorter than a hash. */
const SHORT: Column = { name: 'short', kind: 'text', maxBytes: 20, variable: 'authorizer.short', fromCaller: true, comment: 'A short column.' };
const DIFFERENCE = { extra: [SHORT], omitted: [] };
const COLUMNS = columnsOf(DIFFERENCE);
const INFLUENCED = COLUMNS.filter((column) => column.fromCaller && column.kind === 'text') as readonly Extract<Column, { kind: 'text' }>[];

const address = fc.oneof(
  fc.constantFrom('203.0.113.77', '1.1.1.1', '1.0.1.5', '::ffff:203.0.113.77', '2001:db8::1', '2001:db8:aa:bb:cc:dd:ee:ff', '2001:DB8:AA:BB::C'),
  fc.ipV4().filter((text) => !text.endsWith('.0')),
  fc.ipV6(),
);
const column = fc.constantFrom(...INFLUENCED);

/** Between copies: lengths around every limit, characters of each width, and no digit of an address. */
const neutral = fc.oneof(
  fc.constantFrom('', ' ', 'to ', '€', '🙂', ' " ', '\\'),
  fc.nat(2100).map((length) => 'x'.repeat(length)),
  fc.nat(700).map((length) => '€'.repeat(length)),
);
/** What may become the address again, or a part of it, beside what is kept of a copy. */
const misleading = fc.oneof(
  neutral,
  fc.constantFrom('.', ':', '1', '11111111', '.1.5', '0', '::', '","path":"', '"', '\\u0031'),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
/** Copies at the beginning and at the end too, but not side by side: what is kept of two may spell the address again. */
const apart = fc.array(neutral, { minLength: 2, maxLength: 50 })
  .map((texts) => texts.map((text, index) => text === '' && index > 0 && index < texts.length - 1 ? ' ' : text));
const several = (text: fc.Arbitrary<string>) => fc.array(text, { minLength: 2, maxLength: 50 });

const escapeJson = (text: string) => JSON.stringify(text).slice(1, -1);
const escapeAll = (text: string) => [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const unescapeAll = (text: string) => text.replace(/\\u00([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

let s3: FakeS3;
beforeAll(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
  s3.secret = 'a key that the construct made';
});
afterAll(() => s3.stop());

describe.each(CALLER_ADDRESS_MODES)('%s', (callerAddress) => {
  let handler: Handler;
  beforeAll(() => { handler = sourceContainer(s3, { callerAddress, addressKeyArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:Key', columns: DIFFERENCE }); });

  const rowOf = async (line: Buffer) => (await rowsOf(handler, [line]))[0]!;

  test('copies of the address are replaced before the value is cut', async () => {
    await fc.assert(fc.asyncProperty(address, column, apart, fc.boolean(), async (source_ip, { name, maxBytes }, texts, escaped) => {
      const value = texts.map(escapeJson).join(escaped ? escapeAll(source_ip) : source_ip);
      const row = await rowOf(gatewayLine({ ...REQUEST, source_ip, [name]: value }, 'none', COLUMNS));
      const expected = beginning(texts.join((row.source_ip as string | null) ?? '-'), maxBytes);
      expect(row[name]).toBe(expected === '-' ? null : expected);
      expect(row).toMatchObject({ parse_status: 'strict', api_key_id: REQUEST.api_key_id, status: 200 });
    }), { numRuns: 200 });
  });

  test('nothing is kept of two copies side by side if the address could be read again', async () => {
    const row = await rowOf(gatewayLine({ ...REQUEST, source_ip: '70::7', request_id: '70::770::7' }, 'none', COLUMNS));
    expect(row.source_ip).toBe({ truncated: '70::', full: '70::7', hashed: row.source_ip, dropped: null }[callerAddress]);
    expect(row.request_id).toBe({ truncated: '--', full: '70::770::7', hashed: `${row.source_ip}${row.source_ip}`, dropped: '--' }[callerAddress]);
  });

  test('in a long error, and so many copies that a hash is longer than the column', async () => {
    const integration_error = `client ${REQUEST.source_ip as string} failed: ${'x'.repeat(314)}`;
    const row = await rowOf(gatewayLine({ ...REQUEST, integration_error, user_agent: Array(42).fill(REQUEST.source_ip).join(' ') }, 'json', COLUMNS));
    const kept = (row.source_ip as string | null) ?? '-';
    expect(row.integration_error).toBe(`client ${kept} failed: ${'x'.repeat(314)}`);
    expect(row.user_agent).toBe(Array(42).fill(kept).join(' ').slice(0, 1024));
  });

  test('no copy survives beside any text, and no value is longer than its column', async () => {
    const values = fc.dictionary(column.map(({ name }) => name), fc.tuple(several(misleading), fc.boolean()), { maxKeys: 4 });
    await fc.assert(fc.asyncProperty(address, values, fc.constantFrom('json', 'none'), async (source_ip, pieces, escaping) => {
      const copies = Object.entries(pieces).map(([name, [between, escaped]]) => [name, between.join(escaped ? escapeAll(source_ip) : source_ip)]);
      const row = await rowOf(gatewayLine({ ...REQUEST, source_ip, ...Object.fromEntries(copies) }, escaping, COLUMNS));
      const texts = COLUMNS.flatMap((one) => one.kind === 'text' ? [{ ...one, value: (row[one.name] ?? '') as string }] : []);
      expect(texts.filter(({ value, maxBytes }) => Buffer.byteLength(value) > maxBytes)).toEqual([]);
      const isHidden = String(row.source_ip).toLowerCase() !== source_ip.toLowerCase();
      if (isHidden) expect(texts.filter(({ value }) => unescapeAll(value).toLowerCase().includes(source_ip.toLowerCase()))).toEqual([]);
    }), { numRuns: 200 });
  });
});
