import { createHash } from 'crypto';

/** A UUID derived from its parts, so that two runs with the same input write the same names. */
export function deterministicUuid(...parts: readonly string[]): string {
  const hex = hash(parts);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** Eleven letters and digits, as in `!{firehose:random-string}`. */
export function deterministicString(...parts: readonly string[]): string {
  return BigInt(`0x${hash(parts)}`).toString(36).slice(0, 11);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
