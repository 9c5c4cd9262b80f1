import { expect, test } from 'vitest';
import { brokenIn, inWords } from './promises.js';

const healed = { what: 'healed', unit: 's', rounds: [14, 16, 12], most: 15 };

test('a promise is judged by the median of the rounds', () => {
  expect(brokenIn([healed, { what: 'answers', unit: '/s', rounds: [2_000], least: 3_000 }])).toEqual(['answers: 2000 /s, promised ≥ 3000']);
});

test('a figure is said with each of its rounds and what was promised', () => {
  expect(inWords(healed)).toBe('healed 14 s (14, 16, 12; promised ≤ 15)');
  expect(inWords({ what: 'seen', unit: '', rounds: [1] })).toBe('seen 1  (1)');
});

test('nothing measured keeps no promise', () => {
  expect(brokenIn([{ ...healed, rounds: [] }])).toHaveLength(1);
});
