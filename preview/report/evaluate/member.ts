import { Key } from '../cube/cube';

/** A value of a dimension in an answer: a key with its label, the rows without a key, or the rest beyond a limit. */
export interface Member {
  readonly kind: 'key' | 'none' | 'rest';
  readonly key: Key | null;
  /** The shown text: the newest label, the key if there is no label, or the text for rows without a key or for the rest. */
  readonly text: string;
}

/** Compares keys as SQL does: ascending, null last. */
export function compareKeys(a: Key | null, b: Key | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
