import { describe, expect, test } from 'vitest';
import { reconnectDelay, spread } from './delays.js';
import { defaultSettings } from './settings.js';

describe('the wait before a reconnect', () => {
  const longest = (failures: number): number => reconnectDelay(failures, defaultSettings, () => 1);

  test('is up to a second, then doubles up to fifteen', () => {
    expect([0, 1, 2, 3, 4, 20].map(longest)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  test('may be nothing at all: the jitter is full', () => {
    expect(reconnectDelay(5, defaultSettings, () => 0)).toBe(0);
  });
});

test('pollers are spread by a fifth', () => {
  expect([spread(1_000, () => 0), spread(1_000, () => 1)]).toEqual([800, 1_200]);
});
