import { describe, expect, test } from 'vitest';
import { isSameMode, modeWordOf, slowerMode, withPart } from './mode.rules.js';

describe('the word under a room’s name', () => {
  test('is the strictest that holds there', () => {
    expect(modeWordOf({ reviewFirst: true, slowModeMs: 5_000, closed: true })).toEqual({ word: 'closed' });
    expect(modeWordOf({ delayMs: 8_000, slowModeMs: 5_000 })).toEqual({ word: 'delayMs', seconds: 8 });
    expect(modeWordOf({ slowModeMs: 30_000, newGuestsHeld: true })).toEqual({ word: 'slowModeMs', seconds: 30 });
  });

  test('is that it is open, where nothing holds', () => {
    expect(modeWordOf({})).toEqual({ word: 'open' });
    expect(modeWordOf({ links: 'on' })).toEqual({ word: 'open' });
  });

  test('tells of a room that nobody looks after', () => {
    expect(modeWordOf({ unattended: true, newGuestsHeld: true })).toEqual({ word: 'unattended' });
  });
});

test('the key for slow mode goes 5, 15, 30 s, and off, and leaves the rest as it is', () => {
  const steps = [{ reviewFirst: true }, 1, 2, 3, 4].reduce<object[]>(
    (all) => [...all, slowerMode(all.at(-1) ?? { reviewFirst: true })],
    [],
  );
  expect(steps.slice(0, 4)).toEqual([
    { reviewFirst: true, slowModeMs: 5_000 },
    { reviewFirst: true, slowModeMs: 15_000 },
    { reviewFirst: true, slowModeMs: 30_000 },
    { reviewFirst: true },
  ]);
});

test('modes are the same when they ask the same', () => {
  expect(isSameMode({ reviewFirst: true, delayMs: 5_000 }, { delayMs: 5_000, reviewFirst: true })).toBe(true);
  expect(isSameMode({}, { closed: true })).toBe(false);
  expect(isSameMode({ slowModeMs: 5_000 }, { slowModeMs: 15_000 })).toBe(false);
});

test('a part that is off is left out', () => {
  expect(withPart({ reviewFirst: true, delayMs: 5_000 }, 'reviewFirst', false)).toEqual({ delayMs: 5_000 });
  expect(withPart({}, 'slowModeMs', 5_000)).toEqual({ slowModeMs: 5_000 });
  expect(withPart({ slowModeMs: 5_000 }, 'slowModeMs', undefined)).toEqual({});
});
