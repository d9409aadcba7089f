import { isIPv4, isIPv6 } from 'net';

/** The ways to store an address. */
export const CALLER_ADDRESS_MODES = ['truncated', 'full', 'hashed', 'dropped'] as const;
export type CallerAddressMode = (typeof CALLER_ADDRESS_MODES)[number];

/** The variable with the caller's address. The mode applies to every column that logs it. */
export const CALLER_ADDRESS_VARIABLE = 'identity.sourceIp';

/** Returns what is stored of an address; null if nothing is stored or if the text is not an address. */
export type KeepAddress = (address: string) => string | null;

/** How addresses are stored in a mode. `hash` is used only if they are hashed. */
export function addressKeeper(mode: CallerAddressMode, hash: KeepAddress): KeepAddress {
  const keepers: Record<CallerAddressMode, KeepAddress> = { truncated: networkOf, full: (address) => address, hashed: hash, dropped: () => null };
  return keepers[mode];
}

function networkOf(address: string): string | null {
  if (isIPv4(address)) return `${address.slice(0, address.lastIndexOf('.'))}.0`;
  const embedded = /^(::ffff:)(\d+\.\d+\.\d+)\.\d+$/i.exec(address);
  if (embedded) return `${embedded[1]}${embedded[2]}.0`;
  return isIPv6(address) ? `${firstGroups(address, 3).join(':')}::` : null;
}

/** The first groups of an IPv6 address as RFC 5952 writes them before `::`, without leading zeros and trailing zero groups. */
function firstGroups(address: string, count: number): string[] {
  const [before, after = ''] = address.split('%', 1)[0].split('::');
  const leading = before === '' ? [] : before.split(':');
  const trailing = after === '' ? [] : after.split(':');
  const dotted = trailing.some((group) => group.includes('.')) ? 1 : 0;
  const zeros = Math.max(0, 8 - leading.length - trailing.length - dotted);
  const groups = [...leading, ...Array<string>(zeros).fill('0'), ...trailing].slice(0, count).map((group) => parseInt(group, 16).toString(16));
  while (groups.at(-1) === '0') groups.pop();
  return groups;
}
