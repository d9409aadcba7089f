import { isIPv4, isIPv6 } from 'net';

/** The variable that holds the caller's address; every column with it is treated alike. */
export const CALLER_ADDRESS_VARIABLE = 'identity.sourceIp';

export const CALLER_ADDRESS_MODES = ['truncated', 'full', 'dropped'] as const;
export type CallerAddressMode = (typeof CALLER_ADDRESS_MODES)[number];

/**
 * How much of a caller's IP address is kept. It is applied before a row is stored.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export class CallerAddress {
  /** The network only: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address. The rest is zero. */
  public static truncated(): CallerAddress {
    return new CallerAddress('truncated');
  }

  /** The whole address. It is personal data in many jurisdictions. */
  public static full(): CallerAddress {
    return new CallerAddress('full');
  }

  /** No address: the column is always null. */
  public static dropped(): CallerAddress {
    return new CallerAddress('dropped');
  }

  /** @internal */
  public readonly _mode: CallerAddressMode;

  private constructor(mode: CallerAddressMode) {
    this._mode = mode;
  }
}

/** What is kept of an address; null where nothing is, or where the text is no address. */
export function keptAddress(mode: CallerAddressMode, address: string): string | null {
  switch (mode) {
    case 'full': return address;
    case 'dropped': return null;
    case 'truncated': return networkOf(address);
  }
}

function networkOf(address: string): string | null {
  if (isIPv4(address)) return `${address.split('.', 3).join('.')}.0`;
  const embedded = /^(::ffff:)(\d+\.\d+\.\d+)\.\d+$/i.exec(address);
  if (embedded) return `${embedded[1]}${embedded[2]}.0`;
  return isIPv6(address) ? `${firstGroups(address, 3).join(':')}::` : null;
}

/** The first groups of an IPv6 address, with the zeros that `::` stands for. */
function firstGroups(address: string, count: number): string[] {
  const [before, after = ''] = address.toLowerCase().split('%', 1)[0].split('::');
  const leading = before === '' ? [] : before.split(':');
  const trailing = after === '' ? [] : after.split(':');
  const dotted = trailing.some((group) => group.includes('.')) ? 1 : 0;
  const zeros = Math.max(0, 8 - leading.length - trailing.length - dotted);
  return [...leading, ...Array<string>(zeros).fill('0'), ...trailing].slice(0, count);
}
