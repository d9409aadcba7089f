import { createHash } from 'crypto';

const MODULUS_1 = 2147483563;
const MODULUS_2 = 2147483399;

/**
 * Pseudorandom numbers that depend only on the seed, on every machine. This is L'Ecuyer's combined generator (Communications of the
 * ACM 31, 1988), whose products are exact in doubles.
 */
export class Random {
  private first: number;
  private second: number;

  constructor(private readonly seed: string) {
    const digest = createHash('sha256').update(seed).digest();
    this.first = 1 + digest.readUInt32BE(0) % (MODULUS_1 - 1);
    this.second = 1 + digest.readUInt32BE(4) % (MODULUS_2 - 1);
  }

  /** Another sequence, which does not depend on the numbers drawn from this one. */
  public fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** From 0 to less than 1. */
  public next(): number {
    this.first = this.first * 40014 % MODULUS_1;
    this.second = this.second * 40692 % MODULUS_2;
    return ((this.first - this.second + MODULUS_1) % MODULUS_1) / MODULUS_1;
  }

  /** From 0 to `limit` − 1. */
  public integer(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  public chance(probability: number): boolean {
    return this.next() < probability;
  }

  public pick<T>(list: readonly T[]): T {
    return list[this.integer(list.length)];
  }

  /** A value for latencies and sizes: half of the values are below the median, and a few are far above it. */
  public logNormal(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(spread * normal);
  }

  public shuffled<T>(list: readonly T[]): T[] {
    return list.map((element) => ({ element, order: this.next() })).sort((a, b) => a.order - b.order).map(({ element }) => element);
  }
}
