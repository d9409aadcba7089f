import { Caller } from './callers';
import { Access } from './key-holder';
import { QuotaMeter, TokenBucket } from './limits';

type Refusal = 'THROTTLED' | 'QUOTA_EXCEEDED';

/** The use that each key has made of the limits of its plans. */
export class LimitMeters {
  private readonly meters = new Map<string, { readonly bucket?: TokenBucket; readonly quota?: QuotaMeter }>();

  /** Counts a request of a key, and returns the reason if it is refused. Calls must be in order of time. */
  public refusal({ keyId }: Caller, { planId, throttle, quota }: Partial<Access>, time: number): Refusal | undefined {
    if (!throttle && !quota) return undefined;
    const name = JSON.stringify([keyId, planId]);
    const known = this.meters.get(name);
    const meters = known ?? { bucket: throttle && new TokenBucket(throttle), quota: quota && new QuotaMeter(quota) };
    if (!known) this.meters.set(name, meters);
    if (meters.bucket?.take(time) === false) return 'THROTTLED';
    return meters.quota?.take(time) === false ? 'QUOTA_EXCEEDED' : undefined;
  }
}
