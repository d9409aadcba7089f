import { ordersApp, REQUEST } from './orders-app';
import { filesWith, previewed } from './previewing';
import { AccessLogColumn, CallerAddress, RecordFormat } from '../../src';

const ADDRESSES = ['203.0.113.77', '203.0.113.78', '203.0.113.77', '2001:db8:aa:bb::1'];

/** Requests that carry the address in other values as well. */
const REQUESTS = ADDRESSES.map((address) => ({
  ...REQUEST, 'identity.sourceIp': address, 'identity.userAgent': `proxy for ${address}`, 'error.message': `${address} was refused`,
}));

const SQL = 'SELECT source_ip, copy, user_agent, error_message FROM logs ORDER BY requested_at';

async function addresses(callerAddress: CallerAddress, format = RecordFormat.json()) {
  const extraColumns = [AccessLogColumn.text('copy', '$context.identity.sourceIp')];
  const { rows, out, preview } = await previewed(ordersApp({ callerAddress, extraColumns, format }), REQUESTS, SQL);
  expect(preview.problems).toEqual([]);
  return { kept: rows.map((row) => row.split(',')), filesWithAddress: filesWith(out, ADDRESSES[0]) };
}

/** The address, its copy, and what the other columns became of it. */
const everywhere = (kept: string, inText = kept) => [kept, kept, `proxy for ${inText}`, `${inText} was refused`];

test.each([
  ['JSON', RecordFormat.json()],
  ['Parquet', RecordFormat.parquet()],
])('truncated, %s: the network, in every column', async (_, format) => {
  const { kept, filesWithAddress } = await addresses(CallerAddress.truncated(), format);
  expect(kept).toEqual(['203.0.113.0', '203.0.113.0', '203.0.113.0', '2001:db8:aa::'].map((network) => everywhere(network)));
  expect(filesWithAddress).toEqual([]);
});

test('full: the address as it was', async () => {
  const { kept, filesWithAddress } = await addresses(CallerAddress.full());
  expect(kept).toEqual(ADDRESSES.map((address) => everywhere(address)));
  expect(filesWithAddress).toHaveLength(1);
});

test('dropped: nothing, in no column', async () => {
  const { kept, filesWithAddress } = await addresses(CallerAddress.dropped());
  expect(kept).toEqual(ADDRESSES.map(() => everywhere('', '-')));
  expect(filesWithAddress).toEqual([]);
});

test('hashed: one hash for one address, in every column and every run, and the address nowhere', async () => {
  const { kept, filesWithAddress } = await addresses(CallerAddress.hashed());
  const hashes = kept.map(([hash]) => hash);
  hashes.forEach((hash) => expect(hash).toMatch(/^[0-9a-f]{32}$/));
  expect(kept).toEqual(hashes.map((hash) => everywhere(hash)));
  expect(hashes[2]).toBe(hashes[0]);
  expect(new Set(hashes).size).toBe(3);
  expect(filesWithAddress).toEqual([]);
  expect((await addresses(CallerAddress.hashed())).kept).toEqual(kept);
});

test('hashed, and the secret cannot be read: the rows come without an address', async () => {
  const { rows, out } = await previewed(ordersApp({ callerAddress: CallerAddress.hashed() }), REQUESTS, 'SELECT source_ip, user_agent, customer_name FROM logs', {
    intercept: (request, answer) => (String(request.headers['x-amz-target']).startsWith('secretsmanager.') ? { status: 400, body: Buffer.from('{"__type":"AccessDeniedException"}') } : answer()),
  });
  expect(rows).toEqual(ADDRESSES.map(() => ',proxy for -,Umbrella Ltd'));
  expect(filesWith(out, ADDRESSES[0])).toEqual([]);
});
