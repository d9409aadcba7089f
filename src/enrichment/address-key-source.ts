import { createHmac } from 'crypto';
import { RefreshingCache } from './refreshing-cache';

/** The key that addresses are hashed with, as one container holds it. */
export class AddressKeySource extends RefreshingCache {
  private key?: string;

  constructor(read: () => Promise<string | undefined>, refreshMs: number) {
    super(async () => { this.key = (await read()) || this.key; }, () => this.key !== undefined, refreshMs);
  }

  /** The address, hashed; null as long as the key could not be read: never the address itself. */
  public hash(address: string): string | null {
    return this.key === undefined ? null : createHmac('sha256', this.key).update(address).digest('hex').slice(0, HASH_DIGITS);
  }
}

/** 128 bits: no two of the addresses there are share a hash. */
const HASH_DIGITS = 32;
