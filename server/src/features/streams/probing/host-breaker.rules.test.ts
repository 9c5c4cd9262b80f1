import { describe, expect, test } from 'vitest';
import { afterLook, type HostStanding, mayAsk, newHost, tried } from './host-breaker.rules.js';

const failing = (times: number, from: HostStanding = newHost): HostStanding =>
  Array.from({ length: times }).reduce<HostStanding>((host) => afterLook(host, { reached: false, now: 1_000, lot: 0.5 }), from);

describe('a host', () => {
  test('is asked while at most four looks in a row failed', () => {
    expect(mayAsk(failing(4), 1_000)).toBe('yes');
    expect(mayAsk(afterLook(failing(4), { reached: true, now: 1_000, lot: 0 }), 1_000)).toBe('yes');
  });

  test('that five looks in a row did not reach is left alone for 2.5 s, then tried by one', () => {
    const shut = failing(5);
    expect(mayAsk(shut, 3_499)).toBe('no');
    expect(mayAsk(shut, 3_500)).toBe('try');
    expect(mayAsk(tried(shut), 3_500)).toBe('no');
  });

  test('is asked by all again when the try reached it, and left alone when it did not', () => {
    const inTrial = tried(failing(5));
    expect(mayAsk(afterLook(inTrial, { reached: true, now: 4_000, lot: 0.5 }), 4_000)).toBe('yes');
    const again = afterLook(inTrial, { reached: false, now: 4_000, lot: 0.5 });
    expect([mayAsk(again, 6_499), mayAsk(again, 6_500)]).toEqual(['no', 'try']);
  });

  test('is not tried by all workers at once', () => {
    const at = (lot: number) => afterLook(failing(4), { reached: false, now: 0, lot }).shutUntil;
    expect([at(0), at(0.999)]).toEqual([1_875, expect.closeTo(3_124, -1)]);
  });
});
