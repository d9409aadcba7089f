import { decode, encode } from '../../../preview/gateway/invalid-bytes';
import fc from '../../support/fast-check';

test('any bytes survive the way through a string', () => {
  fc.assert(fc.property(fc.uint8Array(), (array) => {
    const bytes = Buffer.from(array);
    expect(encode(decode(bytes)).equals(bytes)).toBe(true);
  }));
});

test('valid text is itself', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(decode(Buffer.from(text))).toBe(text);
    expect(encode(text).toString()).toBe(text);
  }));
});

test('a lone surrogate from a JSON escape becomes bytes that are no UTF-8', () => {
  expect(encode(JSON.parse('"a\\udcffb"'))).toEqual(Buffer.from([0x61, 0xff, 0x62]));
  expect(encode(JSON.parse('"\\ud800"'))).toEqual(Buffer.from([0xed, 0xa0, 0x80]));
});
