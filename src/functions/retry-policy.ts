import { setTimeout as wait } from 'timers/promises';
import { described, isDenied, isTemporary } from './service-error';

/** How long to wait before a call is tried again, in milliseconds. */
export interface Waits {
  readonly first: number;
  /** Each wait is twice the one before it, up to this. */
  readonly longest: number;
  /** For how long a denied call is tried again: a policy that was made a moment ago is not known everywhere yet. */
  readonly denied: number;
}

const WAITS: Waits = { first: 500, longest: 10_000, denied: 60_000 };

/** The end of the time came before the end of the work. */
export class OutOfTimeError extends Error {}

/** Tries calls again as long as that makes sense, and as long as there is time: the signal says when there is none. */
export class RetryPolicy {
  private readonly start = performance.now();

  constructor(private readonly outOfTime: AbortSignal, private readonly waits: Waits = WAITS) {}

  public async call<T>(attempt: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    let refusal: unknown;
    for (let longest = this.waits.first; ; longest = Math.min(2 * longest, this.waits.longest)) {
      this.requireTime(refusal);
      try {
        return await attempt(this.outOfTime);
      } catch (error) {
        if (!this.outOfTime.aborted && !this.isWorthAnother(error)) throw error;
        if (!this.outOfTime.aborted) refusal = error;
      }
      // Two hundred stages of one deployment that wait alike would come back alike.
      await wait(longest * (0.5 + Math.random() / 2), undefined, { signal: this.outOfTime }).catch(() => undefined);
    }
  }

  private isWorthAnother(error: unknown): boolean {
    return isTemporary(error) || (isDenied(error) && performance.now() - this.start < this.waits.denied);
  }

  /** What is left running when a function has answered goes on in its next call, when the stage is no longer what it was. */
  private requireTime(refusal: unknown): void {
    if (!this.outOfTime.aborted) return;
    const last = refusal === undefined ? 'No call was answered.' : `The last answer was: ${described(refusal)}`;
    throw new OutOfTimeError(`It could not be done in the time of the function: deploy again. ${last}`);
  }
}
