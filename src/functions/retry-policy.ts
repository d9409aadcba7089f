import { setTimeout as wait } from 'timers/promises';
import { described, isTemporary, mayBePropagation } from './service-error';

/** The wait before a retry, in milliseconds. */
export interface Waits {
  readonly first: number;
  /** Each wait is twice as long as the one before, up to this. */
  readonly longest: number;
  /**
   * How long to retry a call that may have failed because IAM has not yet applied a new role or policy.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
   */
  readonly propagation: number;
}

const WAITS: Waits = { first: 500, longest: 10_000, propagation: 60_000 };

/** The function ran out of time before the work was done. */
export class OutOfTimeError extends Error {}

/** Makes calls again while they may still succeed and there is time. The signal says when there is none. */
export class RetryPolicy {
  constructor(private readonly outOfTime: AbortSignal, private readonly waits: Waits = WAITS) {}

  public async call<T>(attempt: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    let refusal: unknown;
    let propagatedAt: number | undefined;
    for (let longest = this.waits.first; ; longest = Math.min(2 * longest, this.waits.longest)) {
      this.requireTime(refusal);
      try {
        return await attempt(this.outOfTime);
      } catch (error) {
        if (this.outOfTime.aborted) continue;
        if (mayBePropagation(error)) propagatedAt ??= performance.now() + this.waits.propagation;
        const mayPropagate = mayBePropagation(error) && performance.now() < propagatedAt!;
        if (!mayPropagate && !isTemporary(error)) throw error;
        refusal = error;
      }
      // At random, because the two hundred stages of one deployment would otherwise come back at the same moments.
      await wait(longest * (0.5 + Math.random() / 2), undefined, { signal: this.outOfTime }).catch(() => undefined);
    }
  }

  /** Work that goes on after the response would change the stage during a later event of the same container. */
  private requireTime(refusal: unknown): void {
    if (!this.outOfTime.aborted) return;
    const last = refusal === undefined ? 'No call was answered.' : `The last response was: ${described(refusal)}`;
    throw new OutOfTimeError(`The function ran out of time. Deploy again. ${last}`);
  }
}
