import { describe, expect, test } from 'vitest';
import { isFrozen, isTooSlow, judgeTrouble, kindOf, noTrouble, slowAfter, type Trouble } from './trouble.rules.js';

const [elsewhere, alone] = [
  { others: true, online: true },
  { others: false, online: true },
];
/** How many of one trouble in a row are borne before the link is given up. */
function borne(trouble: Trouble, where: { others: boolean; online: boolean }): number {
  let row = noTrouble;
  for (let count = 0; count < 50; count += 1) {
    const verdict = judgeTrouble(row, trouble, where);
    if (verdict.givesUp) return count;
    row = verdict.row;
  }
  return Infinity;
}

describe('a link', () => {
  test.each([
    ['playlist', 'gone', 0, 4],
    ['playlist', 'unreadable', 0, 4],
    ['playlist', 'lost', 1, 8],
    ['segment', 'gone', 1, 8],
    ['segment', 'unreadable', 1, 8],
    ['segment', 'lost', 1, 8],
  ] as const)('whose %s is %s is borne with %d times where there is another, and %d times alone', (of, kind, withOthers, without) => {
    expect(borne({ of, kind }, elsewhere)).toBe(withOthers);
    expect(borne({ of, kind }, alone)).toBe(without);
  });

  test('is never given up because the device has no network', () => {
    expect(borne({ of: 'playlist', kind: 'lost' }, { others: true, online: false })).toBe(Infinity);
  });

  test('that answers in between begins a new row', () => {
    const { row } = judgeTrouble(noTrouble, { of: 'segment', kind: 'lost' }, elsewhere);
    expect(judgeTrouble({ ...row, segment: 0 }, { of: 'segment', kind: 'lost' }, elsewhere).givesUp).toBe(false);
    expect(judgeTrouble(row, { of: 'playlist', kind: 'lost' }, elsewhere).givesUp).toBe(false);
  });
});

test.each([
  [undefined, 'lost'],
  [0, 'lost'],
  [408, 'lost'],
  [429, 'lost'],
  [500, 'lost'],
  [503, 'lost'],
  [404, 'gone'],
  [403, 'gone'],
  [410, 'gone'],
  [200, 'unreadable'],
] as const)('an answer of %s is %s', (status, kind) => {
  expect(kindOf(status)).toBe(kind);
});

test.each([
  [4, 20, false],
  [6, 2, true],
  [6, 10, false],
  [12, 10, true],
])('a playlist of four seconds that stood %f s, with %f s ahead, is frozen: %s', (stoodS, bufferedS, frozen) => {
  expect(isFrozen({ stoodS, targetS: 4, bufferedS })).toBe(frozen);
});

test('a source is too slow when two segments in a row took longer than they play, and the buffer runs out', () => {
  const slow = { tookS: 6, durationS: 4 };
  const row = slowAfter(slowAfter(0, slow), slow);
  expect([isTooSlow(slowAfter(0, slow), 2), isTooSlow(row, 2), isTooSlow(row, 20)]).toEqual([false, true, false]);
  expect(slowAfter(row, { tookS: 1, durationS: 4 })).toBe(0);
});
