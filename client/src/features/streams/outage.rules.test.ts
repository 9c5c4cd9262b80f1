import { expect, test } from 'vitest';
import { noOutage, pictureMoves, sourceFailed } from './outage.rules.js';

const at = Date.parse('2023-09-19T14:12:00+08:00');

test('a break is told once the picture moves again: which source, since when, for how long, and that another plays', () => {
  const broken = sourceFailed(noOutage, 1, at);
  expect(broken.last).toBeUndefined();
  expect(pictureMoves(broken, 2, at + 4_000).last).toEqual({ source: 1, at, lastedMs: 4_000, switched: true });
});

test('when the next source fails too, the line still names the one that was watched, from its last picture on', () => {
  const broken = sourceFailed(sourceFailed(noOutage, 1, at), 2, at + 3_000);
  expect(pictureMoves(broken, 3, at + 6_000).last).toMatchObject({ source: 1, at, lastedMs: 6_000 });
});

test('a source that comes back by itself was not exchanged', () => {
  expect(pictureMoves(sourceFailed(noOutage, 1, at), 1, at + 9_000).last).toMatchObject({ switched: false });
});

test('a picture that moves without a break before says nothing, and forgets nothing', () => {
  expect(pictureMoves(noOutage, 1, at)).toBe(noOutage);
  const told = pictureMoves(sourceFailed(noOutage, 1, at), 2, at + 4_000);
  expect(pictureMoves(told, 2, at + 5_000)).toBe(told);
});
