import { describe, expect, test } from 'vitest';
import { mayScrape } from './may-scrape.js';

const asked = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as Parameters<typeof mayScrape>[0];
const token = 'a-token-of-some-length';

describe('the figures are read', () => {
  test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('from this machine (%s)', (address) => {
    expect(mayScrape(asked(address))).toBe(true);
  });

  test('from elsewhere with the token only', () => {
    expect(mayScrape(asked('192.0.2.1', { authorization: `Bearer ${token}` }), token)).toBe(true);
    expect(mayScrape(asked('192.0.2.1', { authorization: `Bearer ${token}x` }), token)).toBe(false);
    expect(mayScrape(asked('192.0.2.1', { authorization: 'Bearer undefined' }))).toBe(false);
    expect(mayScrape(asked('192.0.2.1'), token)).toBe(false);
  });

  test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])('not through a proxy on this machine (%s)', (header) => {
    expect(mayScrape(asked('127.0.0.1', { [header]: '192.0.2.1' }), token)).toBe(false);
  });
});
