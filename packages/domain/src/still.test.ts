import { expect, test } from 'vitest';
import { freshStillMs, isFreshStill, stillOf } from './still.js';

test.each([
  [0, true],
  [freshStillMs - 1, true],
  [freshStillMs, false],
  [-5_000, true], // taken by a node whose clock is ahead
])('a still of %i ms ago may be shown: %s', (age, expected) => {
  expect(isFreshStill({ at: 1_000_000 - age }, 1_000_000)).toBe(expected);
});

test('a still of the session before stands for none after it', () => {
  const stills = [
    { id: 'a', session: 's1' },
    { id: 'b', session: 's2' },
    { id: 'c', session: 's2' },
  ];
  expect(stillOf(stills, 's2')?.id).toBe('b');
  expect(stillOf(stills, 's3')).toBeUndefined();
  expect(stillOf(stills, undefined)).toBeUndefined();
  const ofNone: { id: string; session?: string }[] = [{ id: 'd' }];
  expect(stillOf(ofNone, undefined)?.id).toBe('d');
});
