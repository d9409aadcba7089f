import { isIPv4, isIPv6 } from 'net';

/** How much of an address is kept. */
export const CALLER_ADDRESS_MODES = ['truncated', 'full', 'hashed', 'dropped'] as const;
export type CallerAddressMode = (typeof CALLER_ADDRESS_MODES)[number];

/** The variable that holds the caller's address; every column with it is treated alike. */
export const CALLER_ADDRESS_VARIABLE = 'identity.sourceIp';

/** What is kept of an address; null where nothing is, or where the text is no address. */
export type KeepAddress = (address: string) => string | null;

/** How addresses are kept in a mode; `hash` is what hashes them, where they are. */
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

/** The first groups of an IPv6 address as RFC 5952 writes them before `::`: no leading zeros, and no zeros at the end. */
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
