import { isIP } from 'net';
import { KeepAddress } from './kept-address';
import { ABSENT } from '../schema/kinds';

/** Replaces every copy of the caller's address in a text. */
export type ReplaceCopies = (text: string) => string;

/** An escape sequence in a value, as JSON writes it. In a value of a value, such as a JSON error, it can be part of a copy. */
const ESCAPE = '\\\\u';

/**
 * How to replace the copies of an address in the values after `from`, where a line is JSON. It is undefined if there are
 * none, so that most lines cost two searches.
 */
export function addressCopies(address: string, line: string, from: number, keepAddress: KeepAddress): ReplaceCopies | undefined {
  const hasEscapes = line.includes(ESCAPE, from);
  if (!hasEscapes && !spellings(address).some((spelling) => line.includes(spelling, from)) || isIP(address) === 0) return undefined;
  const kept = keepAddress(address) ?? ABSENT;
  if (kept.toLowerCase() === address.toLowerCase()) return undefined;
  const copy = hasEscapes || hasLetters(address) ? copyPattern(address) : address;
  return (text) => {
    const replaced = text.replaceAll(copy, kept);
    // What is kept of 1.0.1.5 and the ".1.5" beside it spell the address again. Then nothing is kept of the copies.
    const isGone = typeof copy === 'string' ? !replaced.includes(copy) : replaced.search(copy) < 0;
    return isGone ? replaced : text.replaceAll(copy, ABSENT);
  };
}

function spellings(address: string): readonly string[] {
  return hasLetters(address) ? [address, address.toLowerCase(), address.toUpperCase()] : [address];
}

/** Only IPv6 addresses have letters. */
function hasLetters(address: string): boolean {
  return address.includes(':');
}

/** The address in either case, with each character as it is or as an escape sequence of JSON. */
function copyPattern(address: string): RegExp {
  const character = (one: string) => {
    const codes = [one.toLowerCase(), one.toUpperCase()].map((either) => `\\\\u00${either.charCodeAt(0).toString(16)}`);
    return `(?:${/\w/.test(one) ? one : `\\${one}`}|${codes.join('|')})`;
  };
  return new RegExp([...address].map(character).join(''), 'gi');
}
