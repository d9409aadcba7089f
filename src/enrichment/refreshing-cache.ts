import { withDeadline } from '../functions/deadline';

/** How long a batch waits for a refresh if there is an older value to use, in milliseconds. */
const REFRESH_MS = 1_000;

/** How long a batch waits for the first value. Firehose skips a batch whose function times out four times. */
const FIRST_READ_MS = 5_000;

/** The shortest time between two reads while a value is held. */
const BETWEEN_READS_MS = 5_000;

/** Where the value of a cache comes from, and where it goes. */
export interface CachedSource<T> {
  /** Reads once. The signal is aborted at the deadline, which covers the body of the response. */
  readonly read: (signal: AbortSignal) => Promise<T>;
  /** Takes over what was read in time. */
  readonly keep: (answer: T) => void;
  /** Whether there is a value that can be used. As long as there is none, each batch reads. */
  readonly isHeld: () => boolean;
  /** Learns why a read failed. */
  readonly report: (error: unknown) => void;
}

/**
 * A value that a container keeps and reads again when it is due. A batch waits for the read before it is enriched, because
 * the container may have been frozen for hours. A read that fails leaves the last value, and a later batch reads again.
 * No read outlives its batch, because Lambda freezes what still runs after the response.
 */
export class RefreshingCache<T> {
  private readAt = -Infinity;
  private isDue = true;

  constructor(private readonly source: CachedSource<T>, private readonly refreshMs: number) {}

  /** Reads the value if there is none or if it is due. */
  public async refresh(): Promise<void> {
    this.isDue ||= this.age >= this.refreshMs;
    if (!this.source.isHeld()) await this.read(FIRST_READ_MS);
    else if (this.isDue) await this.refreshNow();
  }

  /** Reads the value before it is due, because it lacks something. It does so every five seconds at most. */
  public async refreshNow(): Promise<void> {
    if (this.source.isHeld() && this.age >= BETWEEN_READS_MS) await this.read(REFRESH_MS);
  }

  private get age(): number {
    return Date.now() - this.readAt;
  }

  private async read(milliseconds: number): Promise<void> {
    this.readAt = Date.now();
    this.isDue = true;
    try {
      this.source.keep(await withDeadline(milliseconds, this.source.read));
      this.isDue = false;
    } catch (error) {
      this.source.report(error);
    }
  }
}
