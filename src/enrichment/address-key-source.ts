import { createHmac } from 'crypto';
import { RefreshingCache } from './refreshing-cache';

/** Reads the key from its secret; undefined if the secret has no text. */
export type AddressKeyStore = (signal: AbortSignal) => Promise<string | undefined>;

/** How long a container uses a key before it reads the secret again. */
const REFRESH_MS = 5 * 60_000;

/** 128 bits, so that no two addresses have the same hash. */
const HASH_DIGITS = 32;

/** The key for hashing addresses, as one container holds it. */
export class AddressKeySource extends RefreshingCache<string | undefined> {
  private key?: string;

  constructor(read: AddressKeyStore, report: (error: unknown) => void) {
    super({ read, report, keep: (text) => { this.key = text || this.key; }, isHeld: () => this.key !== undefined }, REFRESH_MS);
  }

  /** The hash of the address. It is null until the key has been read, so that the address itself is never stored. */
  public hash(address: string): string | null {
    return this.key === undefined ? null : createHmac('sha256', this.key).update(address).digest('hex').slice(0, HASH_DIGITS);
  }
}
