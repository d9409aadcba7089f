import { Caller } from './callers';
import { Access } from './key-holder';
import { QuotaMeter, TokenBucket } from './limits';

type Refusal = 'THROTTLED' | 'QUOTA_EXCEEDED';

/** What each key has used of the limits of its plans. */
export class LimitMeters {
  private readonly meters = new Map<string, { readonly bucket?: TokenBucket; readonly quota?: QuotaMeter }>();

  /** Takes one request from the limits of a key; times must not go back. */
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
