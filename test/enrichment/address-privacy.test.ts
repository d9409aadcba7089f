import { readFileSync } from 'fs';
import { join } from 'path';
import { rowsOf } from './bundle';
import { Clock } from './clock';
import { sourceContainer } from './container';
import { FakeS3 } from './fake-s3';
import { gatewayLine, REQUEST } from './gateway-line';
import { SNAPSHOT } from './snapshots';
import { EnrichmentConfiguration } from '../../src/enrichment/environment';
import { Column } from '../../src/schema/column';
import { columnsOf } from '../../src/schema/log-schema';

const ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:AddressKey';
const ADDRESS = '203.0.113.77';
const COPY: Column = { name: 'copy', kind: 'text', maxBytes: 64, variable: 'identity.sourceIp', comment: 'The address again.' };
const COLUMNS = { extra: [COPY], omitted: [] };
const line = (source_ip = ADDRESS) => gatewayLine(
  { ...REQUEST, source_ip, copy: source_ip, integration_error: `${source_ip} was refused`, user_agent: `proxy for ${source_ip}` }, 'json', columnsOf(COLUMNS),
);

let s3: FakeS3;
beforeEach(async () => {
  s3 = await FakeS3.start();
  s3.content = JSON.stringify(SNAPSHOT);
});
afterEach(() => {
  jest.restoreAllMocks();
  return s3.stop();
});

const withAddress = (callerAddress: EnrichmentConfiguration['callerAddress']) =>
  sourceContainer(s3, { callerAddress, addressKeyArn: ARN, columns: COLUMNS });

test.each([
  ['truncated', '203.0.113.0', '203.0.113.0'],
  ['full', ADDRESS, ADDRESS],
  ['dropped', null, '-'],
] as const)('%s holds for the address and for its copies', async (mode, kept, copied) => {
  const [row] = await rowsOf(withAddress(mode), [line()]);
  expect(row).toMatchObject({ source_ip: kept, copy: kept, integration_error: `${copied} was refused`, user_agent: `proxy for ${copied}` });
  if (mode !== 'full') expect(JSON.stringify(row)).not.toContain(ADDRESS);
});

test('hashed: the same hash for the same address, in every container of a deployment', async () => {
  s3.secret = 'a key that the construct made';
  const [first, second, other] = await rowsOf(withAddress('hashed'), [line(), line(), line('203.0.113.78')]);
  const [elsewhere] = await rowsOf(withAddress('hashed'), [line()]);
  expect(first!.source_ip).toMatch(/^[0-9a-f]{32}$/);
  expect([first!.copy, second!.source_ip, elsewhere!.source_ip]).toEqual(Array(3).fill(first!.source_ip));
  expect(other!.source_ip).not.toBe(first!.source_ip);
  expect(first!.integration_error).toBe(`${first!.source_ip} was refused`);
  expect(JSON.stringify([first, second, other])).not.toContain('203.0.113');
});

test('hashed: a new key gives other hashes', async () => {
  const clock = new Clock();
  const handler = withAddress('hashed');
  s3.secret = 'the one key';
  const [before] = await rowsOf(handler, [line()]);
  s3.secret = 'the other key';
  clock.advance(300);
  const [after] = await rowsOf(handler, [line()]);
  expect(after!.source_ip).toMatch(/^[0-9a-f]{32}$/);
  expect(after!.source_ip).not.toBe(before!.source_ip);
});

test.each([undefined, ''])('hashed: a key that cannot be read makes the address null, and the next batch asks again', async (secret) => {
  const handler = withAddress('hashed');
  s3.secret = secret;
  const [row] = await rowsOf(handler, [line()]);
  expect(row).toMatchObject({ source_ip: null, copy: null, integration_error: '- was refused', customer_id: 'Initech' });
  s3.secret = 'back again';
  expect((await rowsOf(handler, [line()]))[0]!.source_ip).toMatch(/^[0-9a-f]{32}$/);
});

test('without source_ip, copies stay, as docs/privacy.md says', async () => {
  const columns = { extra: [], omitted: ['source_ip'] };
  const [row] = await rowsOf(sourceContainer(s3, { columns }), [gatewayLine({ ...REQUEST, user_agent: `proxy for ${ADDRESS}` }, 'json', columnsOf(columns))]);
  expect(row).toMatchObject({ user_agent: `proxy for ${ADDRESS}`, parse_status: 'strict' });
  expect(readFileSync(join(__dirname, '../../docs/privacy.md'), 'utf8')).toContain('`omitColumns: [\'source_ip\']` leaves copies of the address');
});

test('a value that is not an address is not replaced in other columns', async () => {
  const [row] = await rowsOf(withAddress('truncated'), [line('a')]);
  expect(row).toMatchObject({ source_ip: null, user_agent: 'proxy for a' });
});

test.each(['truncated', 'full', 'hashed', 'dropped'] as const)('%s: no value is longer than its column after the address is replaced', async (mode) => {
  s3.secret = 'a key that the construct made';
  const [row] = await rowsOf(withAddress(mode), [line('203.0.113.77'.repeat(100)), line('€'.repeat(100))]);
  expect(Buffer.byteLength(String(row!.source_ip ?? ''))).toBeLessThanOrEqual(64);
  expect(row).toMatchObject({ copy: row!.source_ip, customer_id: 'Initech' });
});
