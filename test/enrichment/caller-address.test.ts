import { isIPv6 } from 'net';
import * as fc from 'fast-check';
import { CALLER_ADDRESS_MODES, CallerAddress, keptAddress } from '../../src/enrichment/caller-address';

test.each([
  ['203.0.113.77', '203.0.113.0'],
  ['2001:db8:aa:bb:cc:dd:ee:ff', '2001:db8:aa::'],
  ['2001:DB8:AA::1', '2001:db8:aa::'],
  ['2001:db8::1', '2001:db8:0::'],
  ['::1', '0:0:0::'],
  ['::', '0:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0::'],
  ['::ffff:203.0.113.77', '::ffff:203.0.113.0'],
  ['64:ff9b::203.0.113.77', '64:ff9b:0::'],
  ['test-invoke-source-ip', null],
  ['203.0.113.777', null],
  ['', null],
])('%s is truncated to %s', (address, kept) => {
  expect(keptAddress('truncated', address)).toBe(kept);
});

test('a truncated IPv6 address is one, with the same first 48 bits and no more', () => {
  fc.assert(fc.property(fc.ipV6(), (address) => {
    const kept = keptAddress('truncated', address)!;
    const expected = /^::ffff:\d+\./i.test(address) ? /^::ffff:\d+\.\d+\.\d+\.0$/i : /^([0-9a-f]{1,4}:){3}:$/;
    expect(kept).toMatch(expected);
    expect(isIPv6(kept)).toBe(true);
  }));
});

test('full keeps and dropped drops', () => {
  expect(keptAddress('full', '203.0.113.77')).toBe('203.0.113.77');
  expect(keptAddress('dropped', '203.0.113.77')).toBeNull();
});

test('there is a factory for each mode', () => {
  expect([CallerAddress.truncated(), CallerAddress.full(), CallerAddress.dropped()].map(({ _mode }) => _mode)).toEqual([...CALLER_ADDRESS_MODES]);
});
