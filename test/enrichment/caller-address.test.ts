import { isIPv6 } from 'net';
import { CallerAddress } from '../../src/enrichment/caller-address';
import { addressKeeper, CALLER_ADDRESS_MODES } from '../../src/enrichment/kept-address';
import fc from '../support/fast-check';

const truncate = addressKeeper('truncated', () => 'hash');

test.each([
  ['203.0.113.77', '203.0.113.0'],
  ['2001:db8:aa:bb:cc:dd:ee:ff', '2001:db8:aa::'],
  ['2001:DB8:AA::1', '2001:db8:aa::'],
  ['2001:db8::1', '2001:db8::'],
  ['2001:0db8:0000:0001::1', '2001:db8::'],
  ['2001:0:00aa::1', '2001:0:aa::'],
  ['::1', '::'],
  ['::', '::'],
  ['fe80::1%eth0', 'fe80::'],
  ['::ffff:203.0.113.77', '::ffff:203.0.113.0'],
  ['64:ff9b::203.0.113.77', '64:ff9b::'],
  ['test-invoke-source-ip', null],
  ['203.0.113.777', null],
  ['', null],
])('%s is truncated to %s', (address, kept) => {
  expect(truncate(address)).toBe(kept);
});

test('a truncated IPv6 address is a valid address with the first 48 bits only', () => {
  fc.assert(fc.property(fc.ipV6(), (address) => {
    const kept = truncate(address)!;
    const expected = /^::ffff:\d+\./i.test(address) ? /^::ffff:\d+\.\d+\.\d+\.0$/i : /^([0-9a-f]{1,4}:){0,3}:{1,2}$/;
    expect(kept).toMatch(expected);
    expect(isIPv6(kept)).toBe(true);
  }));
});

test.each([['full', '203.0.113.77'], ['dropped', null], ['hashed', 'hash of 203.0.113.77']] as const)('%s makes %s', (mode, kept) => {
  expect(addressKeeper(mode, (address) => `hash of ${address}`)('203.0.113.77')).toBe(kept);
});

test('there is a factory for each mode', () => {
  const all = [CallerAddress.truncated(), CallerAddress.full(), CallerAddress.hashed(), CallerAddress.dropped()];
  expect(all.map(({ _requested }) => _requested)).toEqual([...CALLER_ADDRESS_MODES]);
});
