import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import proxyaddr from '@fastify/proxy-addr';
import { StartRefused } from '../start-refused.js';

export type AddressOf = (request: IncomingMessage) => string;

/**
 * Where a request comes from. Forwarded addresses are believed only from proxies that were named;
 * otherwise anybody could write another's address, and hide behind it from every limit.
 */
export function clientAddress({ TRUSTED_PROXIES }: { TRUSTED_PROXIES?: string }): AddressOf {
  const proxies =
    TRUSTED_PROXIES?.split(',')
      .map((range) => range.trim())
      .filter(Boolean) ?? [];
  const trust = trustOf(proxies);
  return (request) => plain(proxyaddr(request, trust) ?? '');
}

/**
 * Whose address it is, as far as anybody can tell: one subscriber has 2^64 addresses of IPv6, so whoever counts what somebody
 * tries counts the network of 64 bits.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%', 1); // without the zone of a link-local one
  if (!isIPv6(plain)) return address;
  const [before = '', after] = plain.split('::', 2);
  const groupsOf = (part = ''): string[] => part.split(':').filter(Boolean);
  const [front, back] = [groupsOf(before), groupsOf(after)];
  const left = 8 - front.length - back.length - (plain.includes('.') ? 1 : 0); // dotted at its end: one group that is two
  const groups = [...front, ...Array.from({ length: after === undefined ? 0 : left }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** One address, one spelling: an IPv4 client of an IPv6 socket is an IPv4 client. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

function trustOf(proxies: string[]): ReturnType<typeof proxyaddr.compile> {
  try {
    return proxyaddr.compile(proxies);
  } catch {
    throw new StartRefused('TRUSTED_PROXIES must be addresses or CIDR ranges, comma-separated');
  }
}
