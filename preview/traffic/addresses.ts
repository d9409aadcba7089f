import { Random } from './random';

/** Networks in 198.18.0.0/15, which is reserved for benchmarks (RFC 2544). The IPv6 addresses are reserved for documentation (RFC 3849). */
const V4_NETWORKS = 512;

/** One to three networks of a company. */
export class Networks {
  private readonly networks: readonly string[];

  constructor(random: Random) {
    this.networks = Array.from({ length: 1 + random.integer(3) }, () => v4Network(random));
  }

  public address(random: Random): string {
    return `${random.pick(this.networks)}.${1 + random.integer(254)}`;
  }
}

/** The address of a phone. Half of them are IPv6. */
export function anyAddress(random: Random): string {
  if (random.chance(0.5)) return `${v4Network(random)}.${1 + random.integer(254)}`;
  return `2001:db8:${random.integer(4096).toString(16)}:${random.integer(65536).toString(16)}::${(1 + random.integer(65535)).toString(16)}`;
}

function v4Network(random: Random): string {
  const network = random.integer(V4_NETWORKS);
  return `198.${18 + Math.floor(network / 256)}.${network % 256}`;
}
