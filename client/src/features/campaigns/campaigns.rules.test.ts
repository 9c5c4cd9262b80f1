import { expect, test } from 'vitest';
import { clockOf, minutesOf } from './campaigns.rules.js';

test.each([
  [0, '00:00'],
  [480, '08:00'],
  [1_319, '21:59'],
  [1_440, '23:59'],
])('%i minutes are %s, and back', (minutes, clock) => {
  expect(clockOf(minutes)).toBe(clock);
  expect(minutesOf(clock)).toBe(minutes);
});
