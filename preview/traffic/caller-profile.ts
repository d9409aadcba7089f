import { anyAddress, Networks } from './addresses';
import { Caller } from './callers';
import { Endpoint, ENDPOINTS, HEALTH, inUse } from './endpoints';
import { Random } from './random';
import { Target } from './target';
import { companyAgents, MONITOR, oddAgent, phoneAgent, PROBER, SCANNERS } from './user-agents';
import { WeightedChoice } from './weighted-choice';
import { Variables } from '../gateway/context-variables';

/** The share of customers' requests with an odd user agent. */
const ODD_AGENT = 1 / 250;

/** The weight of the first stage. Other stages have the weight 1. */
const FIRST_STAGE = 6;

/** The properties of a caller that are the same for all its requests. */
export class CallerProfile {
  private readonly networks: Networks;
  private readonly agents: readonly string[];
  private readonly taste: ReadonlyMap<Endpoint, number>;
  private readonly targets: WeightedChoice<Caller['targets'][number]>;
  private endpoints?: { readonly progress: number; readonly choice: WeightedChoice<Endpoint> };

  constructor(readonly caller: Caller, random: Random) {
    this.networks = new Networks(random);
    this.agents = companyAgents(random);
    this.taste = new Map(ENDPOINTS.map((endpoint) => [endpoint, endpoint.share * random.logNormal(1, 0.6)]));
    this.targets = new WeightedChoice(caller.targets, (target) => (target === caller.targets[0] ? FIRST_STAGE : 1));
  }

  public target(random: Random): Caller['targets'][number] {
    return this.targets.draw(random);
  }

  /** Draws an endpoint. This is fast only if `progress` is the same for many requests in a row. */
  public endpoint(progress: number, random: Random): Endpoint {
    if (this.caller.kind === 'monitor') return HEALTH;
    if (this.endpoints?.progress !== progress) {
      this.endpoints = { progress, choice: new WeightedChoice(ENDPOINTS, (endpoint) => this.taste.get(endpoint)! * inUse(endpoint, progress)) };
    }
    return this.endpoints.choice.draw(random);
  }

  /** The variables that identify the caller. */
  public identity(target: Target, random: Random): Variables {
    const { kind, habit, keyId } = this.caller;
    const shared = habit === 'shared';
    return {
      'apiId': target.apiId,
      'stage': target.stageName,
      ...keyId !== undefined && { 'identity.apiKeyId': keyId },
      'identity.sourceIp': shared ? anyAddress(random) : this.networks.address(random),
      'identity.userAgent': this.agent(random),
      ...shared && random.chance(0.4) && { 'identity.cognitoIdentityId': `eu-west-1:${digits(random, 8)}-0000-4000-8000-${digits(random, 12)}` },
      ...kind === 'monitor' && {
        'identity.userArn': 'arn:aws:sts::111122223333:assumed-role/health-canary/check',
        'identity.accountId': '111122223333',
      },
    };
  }

  private agent(random: Random): string {
    switch (this.caller.kind) {
      case 'monitor': return MONITOR;
      case 'prober': return PROBER;
      case 'scanner': return random.pick(SCANNERS);
      default:
        if (random.chance(ODD_AGENT)) return oddAgent(random);
        return this.caller.habit === 'shared' ? phoneAgent(random) : random.pick(this.agents);
    }
  }
}

function digits(random: Random, count: number): string {
  return String(random.integer(10 ** 9)).padStart(count, '0').slice(-count);
}
