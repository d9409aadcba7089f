import { Key } from '../cube/cube';

/** A value of a dimension in an answer: a key with its label, the rows without a key, or what exceeds a limit, all together. */
export interface Member {
  readonly kind: 'key' | 'none' | 'rest';
  readonly key: Key | null;
  /** What is shown: the newest label, the key where there is none, or what stands for what has no key. */
  readonly text: string;
}

/** Keys in the order of SQL: ascending, what is none last. */
export function compareKeys(a: Key | null, b: Key | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
