import type { IncomingMessage } from 'node:http';
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

/** One address, one spelling: an IPv4 client of an IPv6 socket is an IPv4 client. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

function trustOf(proxies: string[]): ReturnType<typeof proxyaddr.compile> {
  try {
    return proxyaddr.compile(proxies);
  } catch {
    throw new StartRefused('TRUSTED_PROXIES must be addresses or CIDR ranges, comma-separated');
  }
}
