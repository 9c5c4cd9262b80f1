import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Ceilings, type RaisedRange } from './ceilings.js';

const school: RaisedRange = { range: '203.0.113.0/24', guestsPerSecond: 300, sockets: 20_000 };
const usual = { guestsPerSecond: 20, sockets: 3_000 };

test('an address in a listed range may do more, its neighbours may not', async () => {
  const ceilings = new Ceilings();
  expect(ceilings.of('203.0.113.7')).toEqual(usual);
  await ceilings.readFrom(async () => [school, { ...school, range: '2001:db8:1::/48' }]);
  for (const inside of ['203.0.113.0', '203.0.113.255', '2001:db8:1::7', '2001:db8:1:ffff::1'])
    expect(ceilings.of(inside)).toEqual({ guestsPerSecond: 300, sockets: 20_000 });
  for (const outside of ['203.0.112.255', '203.0.114.0', '2001:db8:2::1', '::1', 'fe80::1%eth0', 'unknown', ''])
    expect(ceilings.of(outside)).toEqual(usual);
});

test('of several ranges the highest counts, each ceiling by itself', async () => {
  const ceilings = new Ceilings();
  await ceilings.readFrom(async () => [school, { range: '203.0.113.128/25', guestsPerSecond: 50, sockets: 90_000 }]);
  expect(ceilings.of('203.0.113.200')).toEqual({ guestsPerSecond: 300, sockets: 90_000 });
});

test('many ask and one reads, at most every five seconds; when nothing can be read the last list holds', async () => {
  const read = vi.fn(async () => [school]);
  const ceilings = new Ceilings();
  await ceilings.readFrom(read);
  for (let asked = 0; asked < 1_000; asked += 1) ceilings.of('203.0.113.7');
  expect(read).toHaveBeenCalledTimes(1);

  read.mockRejectedValueOnce(new Error('the store is away'));
  await ceilings.refresh();
  expect(ceilings.of('203.0.113.7').sockets).toBe(20_000);

  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 6_000);
  read.mockResolvedValueOnce([]);
  expect(ceilings.of('203.0.113.7').sockets).toBe(20_000); // not waited for
  await sleep(1);
  expect(ceilings.of('203.0.113.7')).toEqual(usual);
  expect(read).toHaveBeenCalledTimes(3);
  vi.restoreAllMocks();
});
