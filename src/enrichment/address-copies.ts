import { isIP } from 'net';
import { KeepAddress } from './kept-address';
import { ABSENT } from '../schema/kinds';

/** Replaces every copy of the caller's address in a text. */
export type ReplaceCopies = (text: string) => string;

/**
 * How to replace the copies of an address in the values that begin at `from`. It is undefined if there are none, so that
 * most lines cost one search.
 */
export function addressCopies(address: string, line: string, from: number, keepAddress: KeepAddress): ReplaceCopies | undefined {
  if (!canHoldCopy(address, line, from) || isIP(address) === 0) return undefined;
  const kept = keepAddress(address) ?? ABSENT;
  if (kept.toLowerCase() === address.toLowerCase()) return undefined;
  const copy = copyPattern(address);
  return (text) => {
    const replaced = text.replace(copy, kept);
    // What is kept of 1.0.1.5 and the ".1.5" beside it spell the address again. Then nothing is kept of the copies.
    return replaced.search(copy) < 0 ? replaced : text.replace(copy, ABSENT);
  };
}

/** Whether a copy is possible. A character can be written as an escape sequence, which only the pattern recognises. */
function canHoldCopy(address: string, line: string, from: number): boolean {
  if (line.includes('\\u', from)) return true;
  return address.includes(':') ? line.slice(from).toLowerCase().includes(address.toLowerCase()) : line.includes(address, from);
}

/** The address in either case, with each character as it is or as an escape sequence of JSON. */
function copyPattern(address: string): RegExp {
  const character = (one: string) => {
    const codes = [one.toLowerCase(), one.toUpperCase()].map((either) => `\\\\u00${either.charCodeAt(0).toString(16)}`);
    return `(?:${/\w/.test(one) ? one : `\\${one}`}|${codes.join('|')})`;
  };
  return new RegExp([...address].map(character).join(''), 'gi');
}
