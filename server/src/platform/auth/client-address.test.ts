import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { clientAddress, networkOf } from './client-address.js';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    connection: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  test('is that of its connection when no proxy is trusted, whatever is forwarded', () => {
    expect(clientAddress({})(from('192.0.2.1', '203.0.113.9'))).toBe('192.0.2.1');
  });

  test('is the last one that no trusted proxy wrote', () => {
    const addressOf = clientAddress({ TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1' });
    expect(addressOf(from('192.0.2.1', '203.0.113.9'))).toBe('203.0.113.9');
    expect(addressOf(from('192.0.2.1', '1.1.1.1, 203.0.113.9, 10.1.1.1'))).toBe('203.0.113.9');
    expect(addressOf(from('198.51.100.1', '203.0.113.9'))).toBe('198.51.100.1');
  });

  test('is written one way, also on a socket that speaks IPv6', () => {
    expect(clientAddress({})(from('::ffff:192.0.2.1'))).toBe('192.0.2.1');
    expect(clientAddress({})(from('2001:db8::1'))).toBe('2001:db8::1');
  });

  test('needs ranges that can be read', () => {
    expect(() => clientAddress({ TRUSTED_PROXIES: 'the one in the cellar' })).toThrow('TRUSTED_PROXIES must be addresses or CIDR ranges');
  });
});

describe('the network that tries are counted for', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('of %j is %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
