import { describe, expect, test } from 'vitest';
import { isNightAt, unattendedMode, type UnattendedPlan } from './duty.rules.js';

const at = (time: string) => Date.parse(`2026-09-17T${time}+08:00`);
const night = { from: 23 * 60, to: 7 * 60 };
const plan: UnattendedPlan = { ways: ['risky-held', 'links-off', 'new-guests-held'], nightWays: ['emoji-only'], night };

describe('night', () => {
  test.each([
    ['22:59:59', false],
    ['23:00:00', true],
    ['00:00:00', true],
    ['06:59:59', true],
    ['07:00:00', false],
    ['14:32:00', false],
  ])('at %s in Shanghai: %s', (time, isNight) => {
    expect(isNightAt(at(time), night)).toBe(isNight);
  });

  test('may lie within a day, or not be at all', () => {
    expect(isNightAt(at('01:30:00'), { from: 60, to: 120 })).toBe(true);
    expect(isNightAt(at('23:30:00'), { from: 60, to: 120 })).toBe(false);
    expect([0, 6, 12, 18].some((hour) => isNightAt(at('00:00:00') + hour * 3_600_000, { from: 60, to: 60 }))).toBe(false);
  });
});

describe('a room that nobody looks after', () => {
  test('holds what is risky and what new guests say, and has no links', () => {
    expect(unattendedMode(plan, false)).toEqual({ riskyHeld: true, links: 'off', newGuestsHeld: true });
  });

  test('takes emoji only by night', () => {
    expect(unattendedMode(plan, true)).toEqual({ riskyHeld: true, links: 'off', newGuestsHeld: true, emojiOnly: true });
  });

  test('may be left as it is', () => {
    expect(unattendedMode({ ways: [], nightWays: [], night }, true)).toEqual({});
  });
});
