import { isUtf8 } from 'buffer';

/**
 * In strings, each byte that is not valid UTF-8 is a lone surrogate from U+DC80 to U+DCFF (PEP 383, "surrogateescape"). So requests
 * can contain any bytes that a caller can send.
 */
const UTF8_SEQUENCE = new RegExp([
  '[\\x00-\\x7f]+',
  '[\\xc2-\\xdf][\\x80-\\xbf]',
  '\\xe0[\\xa0-\\xbf][\\x80-\\xbf]',
  '[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}',
  '\\xed[\\x80-\\x9f][\\x80-\\xbf]',
  '\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}',
  '[\\xf1-\\xf3][\\x80-\\xbf]{3}',
  '\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}',
  '([\\x80-\\xff])',
].join('|'), 'g');

const LONE_SURROGATE = /(\p{Surrogate})/u;

export function decode(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return bytes.toString('latin1').replace(UTF8_SEQUENCE, (sequence, invalid: string | undefined) => (
    invalid ? String.fromCharCode(0xdc00 + invalid.charCodeAt(0)) : Buffer.from(sequence, 'latin1').toString('utf8')
  ));
}

export function encode(text: string): Buffer {
  if (!LONE_SURROGATE.test(text)) return Buffer.from(text, 'utf8');
  return Buffer.concat(text.split(LONE_SURROGATE).map((part, index) => (index % 2 === 1 ? surrogateBytes(part.charCodeAt(0)) : Buffer.from(part, 'utf8'))));
}

/** The byte that a surrogate stands for. Other lone surrogates become three bytes, which are not valid UTF-8 either. */
function surrogateBytes(code: number): Buffer {
  if (code >= 0xdc80 && code <= 0xdcff) return Buffer.from([code - 0xdc00]);
  const low = code - 0xd800;
  return Buffer.from([0xed, 0xa0 + Math.floor(low / 64), 0x80 + (low % 64)]);
}
