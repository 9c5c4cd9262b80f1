import { describe, expect, test } from 'vitest';
import { nextLookAt, phaseOf, quarantinedUntil } from './intervals.rules.js';

const now = 1_000_000_000;
const minute = 60_000;
const by = (lot: number) => ({ at: now, liveMs: 2_700, lot });
const inMs = (ms: number) => ({ readFrom: new Date(now + ms), readUntil: null });

describe('a link', () => {
  test.each([
    ['of a channel that never stops', { readFrom: null, readUntil: null }, 'live', 2_430, 2_970],
    ['of a session that is on', inMs(-minute), 'live', 2_430, 2_970],
    ['of a session in five minutes', inMs(5 * minute), 'soon', 13_500, 16_500],
    ['of a session in five hours', inMs(300 * minute), 'idle', 540_000, 660_000],
  ])('%s is %s', (_, times, phase, from, until) => {
    expect(phaseOf(times, now)).toBe(phase);
    expect(nextLookAt(times, by(0)) - now).toBe(from);
    expect(nextLookAt(times, by(0.999_999)) - now).toBeCloseTo(until, -1);
  });

  test('is looked at when its session begins, however long it would have waited', () => {
    expect(nextLookAt(inMs(4_000), by(0.5))).toBe(now + 4_000);
  });

  test('that is down for the third time in ten minutes is tried last for ten more', () => {
    expect([1, 2, 3, 4].map((downs) => quarantinedUntil(downs, now))).toEqual([undefined, undefined, now + 10 * minute, now + 10 * minute]);
  });
});
