import { createHash } from 'crypto';
import { CallerProfile } from './caller-profile';
import { Caller } from './callers';
import { Endpoint } from './endpoints';
import { LimitMeters } from './limit-meters';
import { backendOutcome, Outcome, REFUSALS } from './outcome';
import { Random } from './random';
import { OUTAGE_MINUTES, outageStart } from './rhythm';
import { TrafficOptions } from './traffic-options';
import { Variables } from '../gateway/context-variables';

/** A generated request, with facts that are not in its variables. */
export interface MadeRequest {
  readonly time: number;
  readonly caller: Caller;
  readonly target: Caller['targets'][number];
  readonly variables: Outcome;
}

const SCANNED = ['/wp-login.php', '/.env', '/.git/config', '/admin/config.php?x="><svg onload=alert(1)>', '/actuator/env'] as const;

/** Generates requests one after the other, in order of time. */
export class RequestMaker {
  private readonly profiles = new Map<Caller, CallerProfile>();
  private readonly meters = new LimitMeters();
  private readonly outage: { readonly from: number; readonly to: number };
  private made = 0;

  constructor(private readonly options: TrafficOptions, private readonly random: Random) {
    const from = outageStart(options);
    this.outage = { from, to: from + OUTAGE_MINUTES * 60_000 };
  }

  /** `progress` is the position of the request's hour among all hours, from 0 to 1. */
  public make(caller: Caller, time: number, progress: number): MadeRequest {
    const { random } = this;
    const profile = this.profileOf(caller);
    const target = profile.target(random);
    const endpoint = profile.endpoint(progress, random);
    const refusal = this.refusal(caller, target, endpoint, time);
    const outcome = refusal ? REFUSALS[refusal](random) : backendOutcome(endpoint, time >= this.outage.from && time < this.outage.to, random);
    const variables = {
      ...this.ids(time),
      'protocol': random.chance(0.7) ? 'HTTP/1.1' : 'HTTP/2.0',
      'domainName': 'api.example.com',
      'waf.status': '200',
      ...profile.identity(target, random),
      ...refusal === 'UNKNOWN_PATH' || refusal === 'WAF_FILTERED' ? scanned(target.stageName, random) : asked(endpoint, target.stageName, random),
      ...endpoint.authorized && outcome['integration.latency'] && authorizer(caller, random),
      ...outcome,
    };
    return { time, caller, target, variables };
  }

  private profileOf(caller: Caller): CallerProfile {
    const known = this.profiles.get(caller);
    const profile = known ?? new CallerProfile(caller, this.random.fork(`profile of ${caller.name}`));
    if (!known) this.profiles.set(caller, profile);
    return profile;
  }

  private refusal(caller: Caller, target: MadeRequest['target'], { invalid = 0 }: Endpoint, time: number): keyof typeof REFUSALS | undefined {
    if (caller.kind === 'prober') return 'INVALID_API_KEY';
    if (caller.kind === 'scanner') return this.random.chance(0.3) ? 'WAF_FILTERED' : 'UNKNOWN_PATH';
    return this.meters.refusal(caller, target, time) ?? (this.random.chance(invalid) ? 'INVALID_BODY' : undefined);
  }

  private ids(time: number): Variables {
    this.made += 1;
    const digest = createHash('sha256').update(`${this.options.seed}/${this.made}`).digest();
    const hex = digest.toString('hex');
    return {
      requestTimeEpoch: String(time),
      extendedRequestId: `${digest.toString('base64').slice(0, 15)}=`,
      requestId: `${hex.slice(24, 32)}-${hex.slice(32, 36)}-4${hex.slice(36, 39)}-a${hex.slice(39, 42)}-${hex.slice(42, 54)}`,
      xrayTraceId: `Root=1-${Math.floor(time / 1000).toString(16)}-${hex.slice(40, 64)}`,
    };
  }
}

function asked({ method, resourcePath }: Endpoint, stage: string, random: Random): Variables {
  const path = resourcePath
    .replace('{orderId}', () => String(10_000 + random.integer(90_000)))
    .replace('{sku}', () => `SKU-${1000 + random.integer(400)}`)
    .replace('{month}', () => `2026-${String(1 + random.integer(12)).padStart(2, '0')}`);
  return { httpMethod: method, resourcePath, path: `/${stage}${path}` };
}

/** A request for a path that is not a resource of the API. */
function scanned(stage: string, random: Random): Variables {
  return { httpMethod: random.chance(0.8) ? 'GET' : 'POST', path: `/${stage}${random.pick(SCANNED)}` };
}

function authorizer({ name }: Caller, random: Random): Variables {
  return { 'authorizer.principalId': `user|${name}`, 'authorizer.status': '200', 'authorizer.latency': String(3 + random.integer(30)) };
}
